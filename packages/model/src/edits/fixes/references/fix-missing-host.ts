import { findServiceName, resolveHost, serviceHost } from '../../../resources/host-name.ts';
import type { Resource } from '../../../resources/resource.ts';
import type { Snapshot } from '../../../snapshot.ts';
import { findResource } from '../../../snapshot-lookup.ts';
import { valueAt } from '../../fields/field-operation.ts';
import { setField, writeFix } from '../fix-field.ts';
import type { Fixable, Fixer, QuickFix } from '../quick-fix.ts';
import { findSimilar, MOST_SUGGESTIONS } from './find-similar.ts';

/** A host that is not there: the whole name where it was cut short, one that is named nearly so, or a new Service. */
export const fixMissingHost: Fixer = (fixable) => {
  const { diagnostic } = fixable;
  if (diagnostic.code !== 'IST0101')
    return findHosts(fixable).map((text) => writeFix(fixable, text, `Name the host ${text}`));
  return [
    ...findHosts(fixable).flatMap((text) => sendTo(fixable, text)),
    ...createService(fixable),
  ];
};

/** With its only port, where the one that is asked for is none of its; not where it has several others. */
function sendTo(fixable: Fixable, text: string): readonly QuickFix[] {
  const { snapshot, resource, path } = fixable;
  const send = writeFix(fixable, text, `Send to ${text}`);
  const name = findServiceName(
    resolveHost(text, resource.namespace, snapshot.assumptions),
    snapshot.assumptions,
  );
  const service = findResource(snapshot, `Service/${name?.namespace}/${name?.name}`);
  if (service?.details.type !== 'Service') return [send];
  const place = [...path.slice(0, -1), 'port', 'number'];
  const wanted = valueAt(resource.value, place);
  const ports = [...new Set(service.details.ports.flatMap(({ port }) => port ?? []))];
  const [only] = ports;
  if (wanted === undefined) return ports.length > 1 ? [] : [send];
  if (typeof wanted === 'number' && ports.includes(wanted)) return [send];
  if (only === undefined || ports.length > 1) return [];
  return [
    {
      title: `Send to ${text}, port ${only}`,
      commands: [...send.commands, setField(resource.id, place, only)],
    },
  ];
}

function findHosts({ snapshot, diagnostic, resource }: Fixable): readonly string[] {
  const { host, suggestion } = diagnostic.data;
  if (typeof host !== 'string') return [];
  const { assumptions } = snapshot;
  const spell = (service: Resource) =>
    service.namespace === resource.namespace
      ? service.name
      : serviceHost(service.name, service.namespace, assumptions);
  const [first = ''] = host.slice(host.indexOf('/') + 1).split('.');
  const services = snapshot.resources.filter(({ details }) => details.type === 'Service');
  const near = [...services.filter(({ name }) => name === first), ...findSimilar(first, services)];
  const entries = snapshot.resources.flatMap(({ details }) =>
    details.type === 'ServiceEntry' ? details.hosts.filter((one) => isNearHost(host, one)) : [],
  );
  const told = typeof suggestion === 'string' ? [suggestion] : [];
  const hosts = [...told, ...entries, ...near.map(spell)].filter((one) => one !== host);
  return [...new Set(hosts)].slice(0, MOST_SUGGESTIONS);
}

/** Whether the two names are the same but for one letter or two; wildcards lead nowhere. */
function isNearHost(host: string, other: string): boolean {
  if (other.startsWith('*') || !host.includes('.')) return false;
  const shared = [...host].filter((letter, index) => letter === other[index]).length;
  const fromEnd = [...host].filter((letter, index) => {
    return letter === other[other.length - host.length + index];
  }).length;
  return Math.max(host.length, other.length) - Math.max(shared, fromEnd) <= 2;
}

/** The Service that the host names, where it names one; or what it stands for as a node. */
function createService({ snapshot, diagnostic, resource }: Fixable): readonly QuickFix[] {
  const { assumptions } = snapshot;
  const { host } = diagnostic.data;
  const fqdn = resolveHost(String(host), resource.namespace, assumptions);
  const missing = findServiceName(fqdn, assumptions);
  if (missing !== null)
    return [
      {
        title: `Create the Service ${missing.namespace}/${missing.name}`,
        commands: [{ kind: 'write-node', node: `Service/${missing.namespace}/${missing.name}` }],
      },
    ];
  if (!isOutsideName(fqdn, snapshot)) return [];
  return [
    {
      title: `Create a ServiceEntry for ${fqdn}`,
      commands: [{ kind: 'write-node', node: `Service/${resource.namespace}/${fqdn}` }],
    },
  ];
}

/** Whether it looks like a host of the world: a whole name, and not a Service's that is cut short. */
function isOutsideName(host: string, { resources }: Snapshot): boolean {
  const [, second = '', ...rest] = host.split('.');
  if (!/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i.test(host) || /\.(?:svc\.|svc$|local$)/.test(host))
    return false;
  return rest.length > 0 || !resources.some(({ namespace }) => namespace === second);
}
