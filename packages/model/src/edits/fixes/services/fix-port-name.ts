import { valueAt } from '../../fields/field-operation.ts';
import { removeField, textHere, writeAtFix, writeFix } from '../fix-field.ts';
import type { Fixable, Fixer, QuickFix } from '../quick-fix.ts';
import { uniqueItemName } from '../unique-item-name.ts';

/** The protocols that ports are named by, most likely first; those of usual ports before them. */
function protocolsFor(port: number): readonly string[] {
  const usual = port === 443 || port === 8443 ? ['https'] : [];
  return [...new Set([...usual, 'http', 'tcp', 'grpc'])];
}

function portOf({ resource, path }: Fixable) {
  const place = path.slice(0, 3);
  const port = valueAt(resource.value, [...place, 'port']);
  const name = valueAt(resource.value, [...place, 'name']);
  return {
    place,
    port: typeof port === 'number' ? port : 0,
    name: typeof name === 'string' ? name : '',
  };
}

function otherNames({ resource, path }: Fixable): readonly string[] {
  return resource.details.type === 'Service'
    ? resource.details.ports.flatMap(({ index, name }) => (index === path[2] ? [] : [name]))
    : [];
}

/** A port whose name does not say its protocol: the same name with the protocol in front. */
export const fixPortName: Fixer = (fixable) => {
  const { place, port, name } = portOf(fixable);
  if (fixable.path.at(-1) === 'appProtocol')
    return protocolsFor(port).map((protocol) => writeFix(fixable, protocol));
  return protocolsFor(port).map((protocol) => {
    const base = name === '' ? protocol : `${protocol}-${name}`;
    const wanted = uniqueItemName(otherNames(fixable), base.slice(0, 63));
    return writeAtFix(fixable, [...place, 'name'], wanted, `Name it ${wanted}`);
  });
};

/** A port of an ExternalName Service: a name that says a protocol other than TCP. */
export const fixExternalPort: Fixer = (fixable) => {
  const { place, port } = portOf(fixable);
  const first = port === 443 || port === 8443 ? ['https', 'tls', 'http'] : ['http', 'https', 'tls'];
  const field = fixable.path.at(-1) === 'appProtocol' ? 'appProtocol' : 'name';
  return first.map((protocol) => {
    const wanted = field === 'name' ? uniqueItemName(otherNames(fixable), protocol) : protocol;
    return writeAtFix(fixable, [...place, field], wanted, `Write ${field}: ${wanted}`);
  });
};

/** What stands behind the protocol in appProtocol. */
export const fixAppProtocol: Fixer = (fixable) => {
  const text = textHere(fixable) ?? '';
  const [protocol = ''] = text.split('-');
  return protocol === '' || protocol === text ? [] : [writeFix(fixable, protocol)];
};

/** A port that no container has: one that they have. */
export const fixTargetPort: Fixer = (fixable) => {
  const { ports } = fixable.diagnostic.data;
  const { place } = portOf(fixable);
  if (!Array.isArray(ports)) return [];
  return ports.slice(0, 3).map((port) => {
    const target = /^\d+$/.test(String(port)) ? Number(port) : String(port);
    return writeAtFix(fixable, [...place, 'targetPort'], target, `Lead to port ${target}`);
  });
};

/** Ports of a Service that do not go together: a name for each, and nothing twice. */
export const fixServicePorts: Fixer = (fixable) => {
  const { resource, path } = fixable;
  const { place, port, name } = portOf(fixable);
  switch (path.at(-1)) {
    case 'ports':
      return [writeFix(fixable, [{ name: 'http', port: 80 }], 'Add port 80 for http')];
    case 'name': {
      if (name !== '') return [renameRepeated(fixable, name, port)];
      return protocolsFor(port).map((protocol) => {
        const taken = otherNames(fixable);
        const base = taken.includes(protocol) ? `${protocol}-${port}` : protocol;
        return writeFix(fixable, uniqueItemName(taken, base));
      });
    }
    case 'port':
      return [
        {
          title: 'Take the second one out',
          commands: [removeField(resource.id, place)],
        },
      ];
    case 'nodePort':
      return [{ title: 'Let the cluster choose', commands: [removeField(resource.id, path)] }];
    default:
      return [];
  }
};

function renameRepeated(fixable: Fixable, name: string, port: number): QuickFix {
  return writeFix(fixable, uniqueItemName(otherNames(fixable), `${name}-${port}`));
}
