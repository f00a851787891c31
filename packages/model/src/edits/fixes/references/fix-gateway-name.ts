import type { Resource } from '../../../resources/resource.ts';
import { findResource } from '../../../snapshot-lookup.ts';
import { writeFix } from '../fix-field.ts';
import type { Fixable, Fixer } from '../quick-fix.ts';
import { findSimilar, MOST_SUGGESTIONS } from './find-similar.ts';

/** A Gateway that is not there: one of that name elsewhere, one that is named nearly so, or a new one. */
export const fixGatewayName: Fixer = (fixable) => {
  const { snapshot, diagnostic, resource } = fixable;
  const { namespace, name } = diagnostic.data;
  const id = `Gateway/${namespace}/${name}`;
  // It is there, and named in a way that not every tool reads.
  if (findResource(snapshot, id) !== undefined)
    return [writeFix(fixable, `${namespace}/${name}`, `Name the Gateway ${namespace}/${name}`)];
  const gateways = snapshot.resources.filter(({ details }) => details.type === 'Gateway');
  const spell = (gateway: Resource) =>
    gateway.namespace === resource.namespace
      ? gateway.name
      : `${gateway.namespace}/${gateway.name}`;
  const sameName = gateways.filter((gateway) => gateway.name === name);
  const near = findSimilar(String(name), gateways);
  const others = [...new Set([...sameName, ...near].map(spell))].slice(0, MOST_SUGGESTIONS);
  const named = others.map((text) => writeFix(fixable, text, `Name the Gateway ${text}`));
  // What only a match names has no place on the map from which it could be written.
  if (diagnostic.code !== 'IST0101' || isServed(fixable, gateways)) return named;
  return [
    ...named,
    {
      title: `Create the Gateway ${namespace}/${name}`,
      commands: [{ kind: 'write-node', node: id }],
    },
  ];
};

/** Whether a Gateway has a host of the VirtualService on port 80, where a new one would get in its way. */
function isServed({ resource }: Fixable, gateways: readonly Resource[]): boolean {
  const named = resource.details.type === 'VirtualService' ? resource.details.hosts : [];
  // A server takes whole names only; in front of short ones it is open for all.
  const hosts = named.every((host) => host.includes('.')) ? named : ['*'];
  return gateways.some(
    ({ details }) =>
      details.type === 'Gateway' &&
      details.servers.some(
        (server) => server.port === 80 && hosts.some((host) => server.hosts.includes(host)),
      ),
  );
}
