import type { Topology, TopologyNode } from '@portolan/model';

/** A node that a search found, and why. */
export interface MapHit {
  readonly node: TopologyNode;
  /** What was found in it beside its name, such as `shop.example.com` or `/cart`; null: its name. */
  readonly found: string | null;
}

/**
 * The nodes in which every word of the query occurs: in kind, name, namespace, hosts, paths, ports or
 * destinations, in any case. Names that begin with the query come first. An empty query finds all.
 */
export function searchMap({ nodes }: Topology, query: string, most: number): readonly MapHit[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const hits: { readonly hit: MapHit; readonly rank: number }[] = [];
  for (const node of nodes) {
    const hit = matchNode(node, words);
    if (hit !== null) hits.push({ hit, rank: rankOf(node, words[0] ?? '') });
  }
  return hits
    .toSorted((one, other) => one.rank - other.rank)
    .slice(0, most)
    .map(({ hit }) => hit);
}

function matchNode(node: TopologyNode, words: readonly string[]): MapHit | null {
  const head = `${node.kind} ${node.name} ${node.namespace}`.toLowerCase();
  const others = words.filter((word) => !head.includes(word));
  if (others.length === 0) return { node, found: null };
  const texts = textsOf(node);
  const found = others.map((word) => texts.find((text) => text.toLowerCase().includes(word)));
  if (found.includes(undefined)) return null;
  return { node, found: [...new Set(found)].join(', ') };
}

function rankOf({ name }: TopologyNode, word: string): number {
  const at = name.toLowerCase().indexOf(word);
  return at === 0 ? 0 : at > 0 ? 1 : 2;
}

/** What of a node people look for, as it stands in the YAML. */
function textsOf(node: TopologyNode): readonly string[] {
  switch (node.kind) {
    case 'LoadBalancer':
    case 'Service':
      return node.ports.flatMap(({ name, port }) => [name, String(port ?? '')]);
    case 'Gateway':
      return node.servers.flatMap(({ hosts, port, tls }) => [
        ...hosts,
        String(port ?? ''),
        tls?.credentialName ?? '',
      ]);
    case 'VirtualService':
      return [
        ...node.hosts,
        ...[...node.http, ...node.tls, ...node.tcp].flatMap(({ matches, destinations }) => [
          ...matches.flatMap((block) => valuesIn(block, 0)),
          ...destinations.flatMap(({ host, subset }) => [host, subset ?? '']),
        ]),
      ];
    case 'ServiceEntry':
      return [...node.hosts, ...node.ports.map(({ number }) => String(number ?? ''))];
  }
}

const DEEPEST = 6;

/** The texts and numbers of a match block, such as its paths and header values. */
function valuesIn(value: unknown, depth: number): readonly string[] {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)];
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return [];
  return Object.values(value).flatMap((item) => valuesIn(item, depth + 1));
}
