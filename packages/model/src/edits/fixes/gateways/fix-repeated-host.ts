import { bareHost } from '../../../diagnostics/relations/bindings.ts';
import type { FieldPath } from '../../../documents/field-path.ts';
import { isDeepEqual } from '../../../graph/is-deep-equal.ts';
import type { Gateway, GatewayServer } from '../../../resources/kinds/gateway.ts';
import { valueAt } from '../../fields/field-operation.ts';
import { removeField, takeOutFix } from '../fix-field.ts';
import type { Fixable, Fixer, QuickFix } from '../quick-fix.ts';

/**
 * A host that another server on the port has too: keep it in one. Of two servers of a Gateway it is
 * the later one that Istio does without, so that is the one to go.
 */
export const fixRepeatedHost: Fixer = (fixable) => {
  const { diagnostic, resource } = fixable;
  const { details } = resource;
  if (details.type !== 'Gateway') return [];
  const own = details.servers.find(({ index }) => index === fixable.path[2]);
  const beside = diagnostic.related.find((one) => one.resource === resource.id);
  if (own === undefined) return [];
  if (beside === undefined) return leaveToOther(fixable, details, own);
  const other = details.servers.find(({ index }) => index === beside.path[2]);
  const server = other !== undefined && other.index > own.index ? other : own;
  const hasTwin = details.servers.some(
    (one) => one.index < server.index && isTwin(fixable, one, server),
  );
  if (!hasTwin) return keepInFirst(fixable, details, server);
  return [
    {
      ...takeOutFix(fixable, serverPath(server)),
      title: `Take the second server for ${server.hosts.join(', ')} away`,
    },
  ];
};

function serverPath({ index }: GatewayServer): FieldPath {
  return ['spec', 'servers', index];
}

/** Whether they differ in the name of their port alone. */
function isTwin({ resource }: Fixable, one: GatewayServer, other: GatewayServer): boolean {
  const [first, second] = [one, other].map((server) => {
    const value = valueAt(resource.value, serverPath(server)) as Readonly<Record<string, unknown>>;
    const port = value.port as Readonly<Record<string, unknown>> | undefined;
    return { ...value, name: null, port: { ...port, name: null } };
  });
  return isDeepEqual(first, second);
}

function keepInFirst(
  fixable: Fixable,
  { servers }: Gateway,
  server: GatewayServer,
): readonly QuickFix[] {
  const earlier = servers.filter(({ index, port }) => index < server.index && port === server.port);
  const taken = new Set(earlier.flatMap(({ hosts }) => hosts.map(bareHost)));
  const doomed = server.hosts.flatMap((host, index) => (taken.has(bareHost(host)) ? [index] : []));
  return removeHosts(fixable, server, doomed);
}

/** Both Gateways have the host: take it out of this one, as long as something is left of it. */
function leaveToOther(
  fixable: Fixable,
  { servers }: Gateway,
  server: GatewayServer,
): readonly QuickFix[] {
  const { host } = fixable.diagnostic.data;
  const doomed = server.hosts.flatMap((one, index) => (one === host ? [index] : []));
  if (doomed.length < server.hosts.length) return removeHosts(fixable, server, doomed);
  if (servers.length < 2 || doomed.length === 0) return [];
  return [
    {
      ...takeOutFix(fixable, serverPath(server)),
      title: `Leave ${server.hosts.join(', ')} on port ${server.port ?? 0} to the other Gateway`,
    },
  ];
}

function removeHosts(
  { resource }: Fixable,
  server: GatewayServer,
  doomed: readonly number[],
): readonly QuickFix[] {
  if (doomed.length === 0) return [];
  const names = doomed.map((index) => server.hosts[index]).join(', ');
  const isWhole = doomed.length === server.hosts.length;
  const paths = isWhole
    ? [serverPath(server)]
    : doomed.toReversed().map((index) => [...serverPath(server), 'hosts', index]);
  return [
    {
      title: isWhole
        ? `Take the server for ${names} on port ${server.port ?? 0} away`
        : `Take ${names} out of this server`,
      commands: paths.map((path) => removeField(resource.id, path)),
    },
  ];
}
