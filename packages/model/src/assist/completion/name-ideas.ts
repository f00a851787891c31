import { idKindOf } from '../../resources/resource-kind.ts';
import type { CursorContext } from '../cursor-context.ts';
import { findGateway, gatewayHosts, listGateways } from '../names/known-gateways.ts';
import { findRulesFor, listHosts } from '../names/known-hosts.ts';
import { listNamespaces } from '../names/known-namespaces.ts';
import { pickPods } from '../names/known-pods.ts';
import { findLoose, looseValue } from '../reader/loose-value.ts';
import { nameIdea, plainIdea, type ValueIdea } from './value-idea.ts';
import { labelsAt, nearestHost, textsAt } from './written-values.ts';

/** Gateways, as they are named from here, and the mesh. */
export function gatewayIdeas({
  snapshot,
  resource: { namespace },
}: CursorContext): readonly ValueIdea[] {
  const gateways = listGateways(snapshot, namespace).map(({ text, resource }) =>
    nameIdea(text, `Gateway in ${resource.namespace}`),
  );
  return [...gateways, plainIdea('mesh', 'the sidecars in the mesh')];
}

/** Hosts that traffic can be sent to. */
export function destinationIdeas({ snapshot, resource }: CursorContext): readonly ValueIdea[] {
  return listHosts(snapshot, resource.namespace)
    .filter(({ host }) => !host.startsWith('*'))
    .map(({ host, resource: { kind, namespace } }) => nameIdea(host, `${kind} in ${namespace}`));
}

/** Hosts that a DestinationRule can be for; those without one first. */
export function ruledHostIdeas({ snapshot, resource }: CursorContext): readonly ValueIdea[] {
  const hosts = listHosts(snapshot, resource.namespace);
  const ruled = new Set(
    snapshot.resources.flatMap(({ details, id }) =>
      details.type === 'DestinationRule' && id !== resource.id ? [details.host] : [],
    ),
  );
  const isFree = ({ host }: { readonly host: string }) => !ruled.has(host);
  return [...hosts.filter(isFree), ...hosts.filter((one) => !isFree(one))].map(
    ({ host, resource: { kind, namespace } }) => nameIdea(host, `${kind} in ${namespace}`),
  );
}

/** Hosts of the Gateways that the VirtualService names; without any, or with the mesh, those of Services. */
export function routedHostIdeas(context: CursorContext): readonly ValueIdea[] {
  const { snapshot, resource } = context;
  const gateways = textsAt(resource.node, ['spec', 'gateways']);
  const served = gateways.flatMap((text) => {
    const gateway = findGateway(snapshot, text, resource.namespace);
    return gateway === undefined
      ? []
      : gatewayHosts(gateway, resource.namespace).map((host) =>
          nameIdea(host, `Gateway ${gateway.name}`),
        );
  });
  const isInMesh = gateways.length === 0 || gateways.includes('mesh');
  return isInMesh ? [...served, ...destinationIdeas(context)] : served;
}

/** Hosts of the VirtualServices that name this Gateway; of all where none does. */
export function servedHostIdeas({ snapshot, resource }: CursorContext): readonly ValueIdea[] {
  const own: ValueIdea[] = [];
  const others: ValueIdea[] = [];
  for (const { details, namespace, name } of snapshot.resources) {
    if (details.type !== 'VirtualService' || details.gateways === null) continue;
    const isOwn = details.gateways.some(
      (text) => findGateway(snapshot, text, namespace)?.id === resource.id,
    );
    const ideas = details.hosts
      .filter((host) => host.includes('.'))
      .map((host) => nameIdea(host, `VirtualService ${name}`));
    (isOwn ? own : others).push(...ideas);
  }
  return [...(own.length > 0 ? own : others), plainIdea('*', 'every host')];
}

/** Namespaces, and what else says where something is seen. */
export function exportIdeas(context: CursorContext): readonly ValueIdea[] {
  const special = [plainIdea('.', 'this namespace alone'), plainIdea('*', 'every namespace')];
  return [...special, ...namespaceIdeas(context)];
}

/** Namespaces that are named somewhere. */
export function namespaceIdeas({ snapshot }: CursorContext): readonly ValueIdea[] {
  return listNamespaces(snapshot).map((name) => nameIdea(name, 'Namespace'));
}

/** The namespaces in which the proxies run that read a credential; none where that is not known. */
export function credentialHomes({ snapshot, resource }: CursorContext): ReadonlySet<string> {
  const selector = labelsAt(resource.node, ['spec', 'selector']);
  const pods = resource.kind === 'Gateway' ? pickPods(snapshot, selector, null) : [];
  return new Set(pods.map(({ namespace }) => namespace));
}

/** Secrets where the proxies run that read them; all where that is not known. */
export function credentialIdeas(context: CursorContext): readonly ValueIdea[] {
  const { snapshot } = context;
  const homes = credentialHomes(context);
  const isHome = (namespace: string) => homes.size === 0 || homes.has(namespace);
  const written = snapshot.resources.flatMap(({ details, namespace, name }) =>
    details.type === 'Secret' && isHome(namespace)
      ? [nameIdea(name, `Secret in ${namespace}`)]
      : [],
  );
  const assumed = snapshot.assumptions.secrets.flatMap((secret) => {
    const [namespace = '', name = ''] = secret.split('/');
    return isHome(namespace) ? [nameIdea(name, `Secret in ${namespace}, assumed`)] : [];
  });
  return [...written, ...assumed];
}

/** Subsets of the host that stands beside it. */
export function subsetIdeas(context: CursorContext): readonly ValueIdea[] {
  const { snapshot, resource } = context;
  return findRulesFor(snapshot, nearestHost(context), resource.namespace).flatMap(
    ({ details, name }) =>
      details.type === 'DestinationRule'
        ? details.subsets.map((subset) => nameIdea(subset.name, `DestinationRule ${name}`))
        : [],
  );
}

/** Names that something in the text points at, and nothing has. */
export function missingNameIdeas({ snapshot, resource }: CursorContext): readonly ValueIdea[] {
  const kind = idKindOf(resource.group, resource.kind);
  return snapshot.topology.nodes.flatMap((node) => {
    const isWanted =
      node.status === 'missing' && node.kind === kind && node.namespace === resource.namespace;
    return isWanted ? [nameIdea(node.name, 'named in this text, and not there yet')] : [];
  });
}

/** VirtualServices without hosts: those that routes can go on in. */
export function delegateIdeas(context: CursorContext): readonly ValueIdea[] {
  const { snapshot, resource, path } = context;
  const beside = findLoose(resource.node, [...path.slice(0, -1), 'namespace']);
  const written = looseValue(beside ?? null);
  const namespace = typeof written === 'string' ? written : resource.namespace;
  return snapshot.resources.flatMap(({ details, namespace: home, name }) =>
    details.type === 'VirtualService' && details.hosts.length === 0 && home === namespace
      ? [nameIdea(name, `VirtualService in ${home}`)]
      : [],
  );
}
