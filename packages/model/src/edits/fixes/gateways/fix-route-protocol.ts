import { resolveHost } from '../../../resources/host-name.ts';
import type { VirtualService } from '../../../resources/kinds/virtual-service.ts';
import type { Resource } from '../../../resources/resource.ts';
import { findResource } from '../../../snapshot-lookup.ts';
import type { EditCommand, FieldValue } from '../../edit-command.ts';
import { isRecord, valueAt } from '../../fields/field-operation.ts';
import { isWritten, removeField, setField } from '../fix-field.ts';
import type { Fixable, Fixer, QuickFix } from '../quick-fix.ts';
import { credentialFor } from './credential-name.ts';

/** Routes of a kind that the server does not use: write those that it uses, or let the server use these. */
export const fixRouteProtocol: Fixer = (fixable) => {
  const { details } = fixable.resource;
  const { protocol, traffic } = fixable.diagnostic.data;
  if (details.type !== 'VirtualService') return [];
  if (protocol === 'http' && traffic === 'tls')
    return [...writeTlsRoutes(fixable, details), ...endTls(fixable)];
  if (protocol === 'tls' && traffic === 'http')
    return [...passThrough(fixable), ...writeHttpRoutes(fixable, details)];
  return [];
};

/** Only what needs nothing of the request can become a tls route: destinations, and their weights. */
function writeTlsRoutes(
  { snapshot, resource }: Fixable,
  { hosts, http, tls }: VirtualService,
): readonly QuickFix[] {
  const [route, ...others] = http;
  const written = valueAt(resource.value, ['spec', 'http', route?.index ?? 0]);
  const known = isRecord(written) ? Object.keys(written) : [];
  const isPlain = known.every((key) => key === 'route' || key === 'name');
  const list = isRecord(written) ? (written.route as FieldValue) : null;
  const hasHeaders = JSON.stringify(list).includes('"headers"');
  if (others.length > 0 || !isPlain || list === null || hasHeaders || tls.length > 0) return [];
  const sniHosts = hosts.map((host) => resolveHost(host, resource.namespace, snapshot.assumptions));
  if (sniHosts.length === 0) return [];
  return [
    {
      title: 'Make it a tls route, by the name of the connection',
      commands: [
        setField(resource.id, ['spec', 'tls'], [{ match: [{ sniHosts }], route: list }]),
        removeField(resource.id, ['spec', 'http']),
      ],
    },
  ];
}

/** A tls route of all hosts becomes one for every request. */
function writeHttpRoutes(
  { resource }: Fixable,
  { tls, http }: VirtualService,
): readonly QuickFix[] {
  const [route, ...others] = tls;
  if (route === undefined || others.length > 0 || http.length > 0) return [];
  const list = valueAt(resource.value, ['spec', 'tls', route.index, 'route']) as FieldValue;
  return [
    {
      title: 'Make it an http route, for every request',
      commands: [
        setField(resource.id, ['spec', 'http'], [{ route: list }]),
        removeField(resource.id, ['spec', 'tls']),
      ],
    },
  ];
}

interface ServerPlace {
  readonly gateway: Resource;
  readonly path: readonly (string | number)[];
}

function serversOf({ snapshot, diagnostic }: Fixable): readonly ServerPlace[] {
  return diagnostic.related.flatMap(({ resource, path }) => {
    const gateway = findResource(snapshot, resource);
    return gateway === undefined ? [] : [{ gateway, path }];
  });
}

function endTls(fixable: Fixable): readonly QuickFix[] {
  const servers = serversOf(fixable);
  const commands = servers.flatMap(({ gateway, path }): readonly EditCommand[] => {
    const hasCertificate = ['credentialName', 'serverCertificate', 'credentialNames'].some((name) =>
      isWritten(gateway, [...path, 'tls', name]),
    );
    const credential = credentialFor(fixable.snapshot, gateway);
    return [
      setField(gateway.id, [...path, 'tls', 'mode'], 'SIMPLE'),
      ...(hasCertificate
        ? []
        : [setField(gateway.id, [...path, 'tls', 'credentialName'], credential)]),
      setField(gateway.id, [...path, 'port', 'protocol'], 'HTTPS'),
    ];
  });
  return servers.length === 0
    ? []
    : [{ title: `End TLS at the Gateway ${namesOf(servers)}`, commands }];
}

/** What a server needs to end TLS, and to pass it through is in the way. */
const CERTIFICATES = ['credentialName', 'credentialNames', 'serverCertificate', 'privateKey'];

function passThrough(fixable: Fixable): readonly QuickFix[] {
  const servers = serversOf(fixable);
  const isPlain = servers.some(
    ({ gateway, path }) => !isWritten(gateway, [...path, 'tls', 'mode']),
  );
  if (servers.length === 0 || isPlain) return [];
  const commands = servers.flatMap(({ gateway, path }): readonly EditCommand[] => [
    setField(gateway.id, [...path, 'tls', 'mode'], 'PASSTHROUGH'),
    ...[...CERTIFICATES, 'caCertificates']
      .filter((name) => isWritten(gateway, [...path, 'tls', name]))
      .map((name) => removeField(gateway.id, [...path, 'tls', name])),
  ]);
  return [{ title: `Pass TLS through the Gateway ${namesOf(servers)}`, commands }];
}

function namesOf(servers: readonly ServerPlace[]): string {
  return [...new Set(servers.map(({ gateway }) => gateway.name))].join(', ');
}
