import type { TopologyNode } from '../../graph/topology.ts';

/** What stands in a node's header and on its upper border, beside its name and namespace. */
export interface NodeHeader {
  /** "Gateway", or "Service, missing". */
  readonly kind: string;
  /** Behind the name. */
  readonly chips: readonly HeaderChip[];
  /** On the upper border, where it takes no room from the rows; null for none. */
  readonly badge: HeaderBadge | null;
}

/** A small label behind a node's name. */
export interface HeaderChip {
  readonly text: string;
  readonly tone: 'neutral' | 'warning';
  /** The whole of what it means, in a sentence. */
  readonly meaning: string;
}

/** A small label on a node's upper border. */
export interface HeaderBadge {
  readonly text: string;
  readonly tone: 'neutral' | 'error';
}

/** Why a node is dimmed. */
export const STALE_TEXT = 'Broken YAML: last good state';

/** The header of a node; of a folded one it also says how much is in it. */
export function nodeHeader(node: TopologyNode, isFolded = false): NodeHeader {
  return {
    kind: node.status === 'missing' ? kindLabel(node) : node.kind,
    chips: isFolded ? [...chipsOf(node), contentChip(node)] : chipsOf(node),
    badge: badgeOf(node),
  };
}

/** "Gateway", "LoadBalancer, implied", "Service, missing". */
export function kindLabel(node: TopologyNode): string {
  return node.status === 'present' ? node.kind : `${node.kind}, ${node.status}`;
}

function badgeOf(node: TopologyNode): HeaderBadge | null {
  if (node.stale) return { text: STALE_TEXT, tone: 'error' };
  return node.status === 'implied' ? { text: 'implied', tone: 'neutral' } : null;
}

function contentChip(node: TopologyNode): HeaderChip {
  const [count, noun] = contentOf(node);
  const text = `${count} ${noun}${count === 1 ? '' : 's'}`;
  return { text, tone: 'neutral', meaning: `Collapsed: ${text}` };
}

function contentOf(node: TopologyNode): readonly [count: number, noun: string] {
  switch (node.kind) {
    case 'LoadBalancer':
    case 'Service':
    case 'ServiceEntry':
      return [node.ports.length, 'port'];
    case 'Gateway':
      return [node.servers.length, 'server'];
    case 'VirtualService':
      return [node.http.length + node.tls.length + node.tcp.length, 'route'];
  }
}

function chipsOf(node: TopologyNode): readonly HeaderChip[] {
  const type = shownType(node);
  const chips: HeaderChip[] = [];
  if (type !== null) {
    chips.push({ text: type, tone: 'neutral', meaning: `A Service of type ${type}` });
  }
  if (node.duplicates > 0) {
    chips.push({
      text: `${node.duplicates + 1}×`,
      tone: 'warning',
      meaning: 'How many manifests of this YAML have this kind, namespace and name',
    });
  }
  return chips;
}

/** The Service's real type, where the node's kind does not already say it. */
function shownType(node: TopologyNode): string | null {
  if (node.status === 'missing') return null;
  if (node.kind === 'LoadBalancer') {
    return node.serviceType === 'LoadBalancer' ? null : node.serviceType;
  }
  return node.kind === 'Service' && node.serviceType !== 'ClusterIP' ? node.serviceType : null;
}
