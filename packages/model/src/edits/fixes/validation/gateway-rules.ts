import type { FieldPath } from '../../../documents/field-path.ts';
import { serviceHost } from '../../../resources/host-name.ts';
import { valueAt } from '../../fields/field-operation.ts';
import { newServer } from '../../manifests/new-manifest.ts';
import {
  appendItem,
  isWritten,
  setField,
  takeOut,
  takeOutFix,
  textHere,
  valueHere,
  writeAtFix,
  writeFix,
} from '../fix-field.ts';
import { credentialFor } from '../gateways/credential-name.ts';
import type { Fixable, Fixer } from '../quick-fix.ts';
import { uniqueItemName } from '../unique-item-name.ts';
import { either, nearProtocols, type RuleFixer, write } from './rule-fixer.ts';

/** Gateways and their servers. */
export const GATEWAY_RULES: readonly RuleFixer[] = [
  [/^gateway must have at least one server/, addServer],
  [/^server config must contain at least one host/, write(['*'])],
  [/^port is required/, addPort],
  [/^port name must be set/, nameServerPort],
  [/^port names in servers must be unique/, nameServerPort],
  [/^invalid protocol /, chooseProtocol],
  [/^port number must be 0 for unix/, write(0)],
  [/^server must have TLS settings/, addTls],
  [/^server cannot have TLS settings for non HTTPS/, either(writeProtocol('TLS'), takeOut)],
  [/^server cannot have TLS settings for plain text/, either(writeProtocol('HTTPS'), takeOut)],
  [/^(?:SIMPLE|MUTUAL) TLS requires a /, nameCredential],
  [/ mode does not use certificates/, endTlsOrNot],
  [/^tls\.httpsRedirect should only be used with http/, takeOut],
  [/^invalid gateway name/, renameGateway],
  [/^short names \(non FQDN\)/, writeWhole],
];

/** The server that a path leads into. */
function serverOf({ resource, path }: Fixable): {
  readonly path: FieldPath;
  readonly value: unknown;
} {
  const place = path.slice(0, 3);
  return { path: place, value: valueAt(resource.value, place) };
}

function addServer({ resource }: Fixable) {
  const server = newServer({ number: 80, protocol: 'HTTP', hosts: ['*'] });
  return [
    {
      title: 'Add a server for HTTP on port 80',
      commands: [appendItem(resource, ['spec', 'servers'], server)],
    },
  ];
}

function addPort(fixable: Fixable) {
  const { value } = serverOf(fixable);
  const mode = valueAt(value, ['tls', 'mode']);
  const isTls = typeof mode === 'string' && mode !== '';
  const port = isTls
    ? { number: 443, name: 'https', protocol: 'HTTPS' }
    : { number: 80, name: 'http', protocol: 'HTTP' };
  const names = serverNames(fixable);
  const named = { ...port, name: uniqueItemName(names, port.name) };
  return [writeFix(fixable, named, `Listen on port ${port.number} (${port.protocol})`)];
}

function serverNames({ resource, path }: Fixable): readonly string[] {
  if (resource.details.type !== 'Gateway') return [];
  return resource.details.servers.flatMap(({ index, portName }) =>
    index === path[2] ? [] : [portName],
  );
}

/** Named by its protocol, and by its port where another server has that name. */
function nameServerPort(fixable: Fixable) {
  const { value } = serverOf(fixable);
  const protocol = valueAt(value, ['port', 'protocol']);
  const number = valueAt(value, ['port', 'number']);
  const names = serverNames(fixable);
  const base = typeof protocol === 'string' && protocol !== '' ? protocol.toLowerCase() : 'port';
  const name = names.includes(base) ? `${base}-${number ?? ''}`.replace(/-$/, '') : base;
  return [writeFix(fixable, uniqueItemName(names, name))];
}

const USUAL: Readonly<Record<number, string>> = {
  80: 'HTTP',
  8080: 'HTTP',
  443: 'HTTPS',
  8443: 'HTTPS',
};

function chooseProtocol(fixable: Fixable) {
  const near = nearProtocols(fixable);
  if (near.length > 0) return near;
  const number = valueAt(serverOf(fixable).value, ['port', 'number']);
  const usual = typeof number === 'number' ? USUAL[number] : undefined;
  return usual === undefined ? [] : [writeFix(fixable, usual)];
}

/** HTTPS without a word about its certificate: one, or plain HTTP where the port is the one for it. */
function addTls(fixable: Fixable) {
  const { path, value } = serverOf(fixable);
  const protocol = String(valueAt(value, ['port', 'protocol'])).toUpperCase();
  const number = valueAt(value, ['port', 'number']);
  const credentialName = credentialFor(fixable.snapshot, fixable.resource);
  const end = writeFix(
    fixable,
    { mode: 'SIMPLE', credentialName },
    `End TLS here, with the certificate of ${credentialName}`,
  );
  const pass = writeFix(fixable, { mode: 'PASSTHROUGH' }, 'Pass TLS through to the Service');
  const plain = writeAtFix(fixable, [...path, 'port', 'protocol'], 'HTTP');
  if (protocol === 'TLS') return [pass, end];
  return number === 80 || number === 8080 ? [plain, end] : [end, pass];
}

function writeProtocol(protocol: string): Fixer {
  return (fixable) => {
    const { path, value } = serverOf(fixable);
    const number = valueAt(value, ['port', 'number']);
    // A server on the port for plain HTTP that has a certificate is on the wrong port, too.
    const isOnPlainPort = protocol === 'HTTPS' && number === 80;
    const write = writeAtFix(fixable, [...path, 'port', 'protocol'], protocol);
    if (!isOnPlainPort) return [write];
    const move = setField(fixable.resource.id, [...path, 'port', 'number'], 443);
    return [{ title: 'Make it HTTPS, on port 443', commands: [...write.commands, move] }];
  };
}

function nameCredential(fixable: Fixable) {
  const tls = fixable.path.slice(0, 4);
  const { resource, snapshot } = fixable;
  const isHalf = ['serverCertificate', 'privateKey', 'tlsCertificates'].some((name) =>
    isWritten(resource, [...tls, name]),
  );
  if (isHalf || fixable.path.length !== 5) return [];
  const name = credentialFor(snapshot, resource);
  return [writeAtFix(fixable, [...tls, 'credentialName'], name, `Use the certificate of ${name}`)];
}

function endTlsOrNot(fixable: Fixable) {
  const mode = [...fixable.path.slice(0, -1), 'mode'];
  return [writeAtFix(fixable, mode, 'SIMPLE', 'End TLS here: mode SIMPLE'), takeOutFix(fixable)];
}

/** Names have no dots: dashes instead, in all that names it too. */
function renameGateway(fixable: Fixable) {
  const { resource } = fixable;
  const name = String(valueHere(fixable) ?? '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 63);
  if (name === '') return [];
  return [
    {
      title: `Rename it to ${name}, wherever it is named`,
      commands: [{ kind: 'rename-resource', resource: resource.id, name } as const],
    },
  ];
}

/** A short name that is one of a Service: its whole name. */
function writeWhole(fixable: Fixable) {
  const { snapshot, resource } = fixable;
  const [name = '', scope = ''] = (textHere(fixable) ?? '').split('/').toReversed();
  const namespaces = snapshot.resources.flatMap((one) =>
    one.details.type === 'Service' && one.name === name ? [one.namespace] : [],
  );
  const near = namespaces.includes(resource.namespace) ? [resource.namespace] : namespaces;
  return near.slice(0, 3).map((namespace) => {
    const host = serviceHost(name, namespace, snapshot.assumptions);
    return writeFix(fixable, scope === '' ? host : `${scope}/${host}`);
  });
}
