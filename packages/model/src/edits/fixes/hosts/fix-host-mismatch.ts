import { bareHost } from '../../../diagnostics/relations/bindings.ts';
import { isWildcard, resolveHost } from '../../../resources/host-name.ts';
import type { Gateway, GatewayServer } from '../../../resources/kinds/gateway.ts';
import type { Resource } from '../../../resources/resource.ts';
import { nearestWords } from '../../../schema/nearest-words.ts';
import { findResource } from '../../../snapshot-lookup.ts';
import type { EditCommand, FieldValue } from '../../edit-command.ts';
import { setField, takeOutFix, writeAtFix } from '../fix-field.ts';
import type { Fixable, Fixer, QuickFix } from '../quick-fix.ts';

/** Hosts that the Gateway does not take: add them there, write what it takes, or take them away here. */
export const fixHostMismatch: Fixer = (fixable) => {
  const { diagnostic, resource } = fixable;
  if (resource.details.type !== 'VirtualService') return [];
  const { host } = diagnostic.data;
  if (diagnostic.code === 'PTL203') return writeSmall(fixable, host);
  const hosts = typeof host === 'string' ? [host] : resource.details.hosts;
  return [
    ...writeWhole(fixable, hosts),
    ...nameNear(fixable, hosts),
    ...addToGateway(fixable, hosts),
    ...takeAway(fixable, host),
  ];
};

type GatewayResource = Resource & { readonly details: Gateway };

function findGateway({ snapshot, diagnostic }: Fixable): GatewayResource | undefined {
  const { namespace, name } = diagnostic.data;
  const found = findResource(snapshot, `Gateway/${namespace}/${name}`);
  return found?.details.type === 'Gateway' ? (found as GatewayResource) : undefined;
}

/** Short names that stand for hosts of the Gateway, which not every tool completes. */
function writeWhole(fixable: Fixable, hosts: readonly string[]): readonly QuickFix[] {
  const { snapshot, diagnostic, resource } = fixable;
  const isShort =
    diagnostic.code === 'IST0132' &&
    diagnostic.severity === 'info' &&
    findGateway(fixable) !== undefined;
  const whole = hosts.map((host) => resolveHost(host, resource.namespace, snapshot.assumptions));
  const commands = whole.flatMap((host, index): EditCommand[] =>
    host === hosts[index] ? [] : [setField(resource.id, ['spec', 'hosts', index], host)],
  );
  return isShort && commands.length > 0 ? [{ title: 'Write the whole names', commands }] : [];
}

/** A host of the Gateway that is written nearly so. */
function nameNear(fixable: Fixable, hosts: readonly string[]): readonly QuickFix[] {
  const { diagnostic, resource } = fixable;
  const [host = '', ...others] = hosts;
  if (diagnostic.code !== 'IST0132' || others.length > 0 || !host.includes('.')) return [];
  const known = findGateway(fixable)?.details.servers.flatMap((server) => server.hosts) ?? [];
  const plain = known.filter((one) => !one.includes('/') && !isWildcard(one));
  return nearestWords(host, plain)
    .filter((one) => isSlip(host, one))
    .slice(0, 1)
    .map((one) =>
      writeAtFix({ ...fixable, resource }, ['spec', 'hosts', 0], one, `Write the host ${one}`),
    );
}

/** Whether no more than two letters tell them apart: of long names a third would be another host. */
function isSlip(host: string, other: string): boolean {
  if (Math.abs(host.length - other.length) > 1) return false;
  return [...host].filter((letter, index) => letter !== other[index]).length <= 2;
}

function addToGateway(fixable: Fixable, hosts: readonly string[]): readonly QuickFix[] {
  const { snapshot, diagnostic, resource } = fixable;
  const gateway = findGateway(fixable);
  if (gateway === undefined || gateway.details.servers.length === 0) return [];
  const whole = hosts.map((host) => resolveHost(host, resource.namespace, snapshot.assumptions));
  const isScoped = diagnostic.code === 'PTL202';
  const added = whole.map((host) => (isScoped ? `${resource.namespace}/${host}` : host));
  const commands = gateway.details.servers.flatMap((server): EditCommand[] => {
    const isNear = !isScoped || server.hosts.some((one) => whole.some((host) => isOver(one, host)));
    const free = added.filter((host) => !isElsewhere(fixable, gateway, server, host));
    return (isNear ? free : []).map((host, index) => ({
      kind: 'insert',
      resource: gateway.id,
      path: ['spec', 'servers', server.index, 'hosts'],
      index: server.hosts.length + index,
      value: host,
    }));
  });
  const where =
    gateway.namespace === resource.namespace
      ? gateway.name
      : `${gateway.namespace}/${gateway.name}`;
  if (commands.length === 0 || !whole.every(isServerHost)) return [];
  return [{ title: `Add ${added.join(', ')} to the Gateway ${where}`, commands }];
}

/** Whether another Gateway has the host on this port: only one of them could count. */
function isElsewhere(
  { snapshot }: Fixable,
  gateway: Resource,
  { port }: GatewayServer,
  host: string,
): boolean {
  return snapshot.resources.some(
    ({ id, details }) =>
      details.type === 'Gateway' &&
      id !== gateway.id &&
      details.servers.some((one) => one.port === port && one.hosts.includes(host)),
  );
}

function isOver(written: string, host: string): boolean {
  const bare = bareHost(written);
  return bare === '*' || bare === host || (isWildcard(bare) && host.endsWith(bare.slice(1)));
}

/** A server takes whole names only. */
function isServerHost(host: string): boolean {
  return host === '*' || (host.includes('.') && !/\s/.test(host));
}

/** Only a host among others: a VirtualService without hosts is refused. */
function takeAway(fixable: Fixable, host: unknown): readonly QuickFix[] {
  const { details } = fixable.resource;
  if (details.type !== 'VirtualService' || fixable.diagnostic.code === 'IST0132') return [];
  if (typeof host !== 'string' || details.hosts.length < 2) return [];
  return [{ ...takeOutFix(fixable), title: `Take ${host} away from the VirtualService` }];
}

/** Capital letters make another host: small ones on both sides. */
function writeSmall(fixable: Fixable, host: FieldValue | undefined): readonly QuickFix[] {
  const gateway = findGateway(fixable);
  if (gateway === undefined || typeof host !== 'string') return [];
  const lower = host.toLowerCase();
  const commands: EditCommand[] =
    host === lower ? [] : [setField(fixable.resource.id, fixable.path, lower)];
  for (const server of gateway.details.servers)
    for (const [index, one] of server.hosts.entries())
      if (one !== one.toLowerCase() && isOver(one.toLowerCase(), lower))
        commands.push(
          setField(
            gateway.id,
            ['spec', 'servers', server.index, 'hosts', index],
            one.toLowerCase(),
          ),
        );
  return [{ title: `Write ${lower} in small letters`, commands }];
}
