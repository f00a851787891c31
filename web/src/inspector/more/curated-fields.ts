import { type FieldPath, formatFieldPath, type Resource, valueAt } from '@portolan/model';
import type { FieldSpot } from './field-spot.ts';

/** What is changed by renaming or moving the resource, so that everything that names it follows. */
const IDENTITY = ['kind', 'metadata.name', 'metadata.namespace'];

/** Fields that have a control of their own above "More", as the dictionary writes their paths. */
const CURATED: Readonly<Record<string, readonly string[]>> = {
  Gateway: [
    'spec.selector',
    'spec.servers[].port.number',
    'spec.servers[].port.protocol',
    'spec.servers[].port.name',
    'spec.servers[].hosts',
  ],
  VirtualService: [
    'spec.hosts',
    'spec.gateways',
    'spec.http[].match[].uri',
    ...['http', 'tls', 'tcp'].flatMap((protocol) => [
      `spec.${protocol}[].route[].destination`,
      `spec.${protocol}[].route[].weight`,
    ]),
  ],
  Service: [
    'spec.selector',
    'spec.type',
    'spec.ports[].port',
    'spec.ports[].targetPort',
    'spec.ports[].name',
  ],
  ServiceEntry: [
    'spec.hosts',
    'spec.location',
    'spec.resolution',
    'spec.ports[].number',
    'spec.ports[].protocol',
    'spec.ports[].name',
  ],
};

/** Whether the resource has controls of its own for the fields that most people need. */
export function hasCuratedFields({ details }: Resource): boolean {
  return Object.hasOwn(CURATED, details.type);
}

/** Whether only a rename or a move may change the field. */
export function isIdentity(path: FieldPath): boolean {
  return IDENTITY.includes(formatFieldPath(path));
}

/** Whether the field may be taken away: it need not be there, and the name of the resource is not in it. */
export function isRemovable({ field, path }: FieldSpot): boolean {
  const written = formatFieldPath(path);
  return (
    !field.required && !IDENTITY.some((one) => one === written || one.startsWith(`${written}.`))
  );
}

/** Tells which fields of the resource need not be shown again under "More". */
export function curatedFields(resource: Resource): (path: FieldPath) => boolean {
  const curated = new Set([...(CURATED[resource.details.type] ?? []), 'metadata.labels']);
  return (path) =>
    isIdentity(path) ||
    curated.has(formatFieldPath(path).replace(/\[\d+\]/g, '[]')) ||
    (resource.details.type === 'Gateway' && isShownTls(resource, path));
}

/** Of a server the controls for TLS follow its protocol. */
function isShownTls({ value }: Resource, path: FieldPath): boolean {
  const [, , , tls, name] = path;
  if (tls !== 'tls' || path.length !== 5) return false;
  const protocol = valueAt(value, [...path.slice(0, 3), 'port', 'protocol']);
  const doesTls = /^(https|tls)$/i.test(String(protocol));
  return doesTls ? name === 'mode' || name === 'credentialName' : name === 'httpsRedirect';
}
