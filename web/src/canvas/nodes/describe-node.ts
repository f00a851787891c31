import {
  describeAbsence,
  isFolded,
  kindLabel,
  type SceneNode,
  STALE_TEXT,
  type TopologyNode,
} from '@portolan/model';

/** What a screen reader says of a node: kind, name, namespace, status, what is in it and what is wrong. */
export function describeNode(placed: SceneNode, brokenEdges: number, selected: boolean): string {
  const { node } = placed;
  const parts = [
    `${kindLabel(node)} ${node.name}, namespace ${node.namespace}`,
    contentOf(node),
    isFolded(placed) ? 'Collapsed' : '',
    node.stale ? STALE_TEXT : '',
    describeAbsence(node),
    node.duplicates > 0 ? `Replaces ${plural(node.duplicates, 'earlier manifest')}` : '',
    brokenEdges > 0 ? plural(brokenEdges, 'broken connection') : '',
    selected ? 'Selected' : '',
  ];
  return parts
    .filter((part) => part !== '')
    .map((part) => (/[.!?]$/.test(part) ? part : `${part}.`))
    .join(' ');
}

function contentOf(node: TopologyNode): string {
  switch (node.kind) {
    case 'LoadBalancer':
      return `Service of type ${node.serviceType}, ${plural(node.ports.length, 'port')}`;
    case 'Gateway':
      return plural(node.servers.length, 'server');
    case 'VirtualService': {
      const routes = node.http.length + node.tls.length + node.tcp.length;
      const hosts = node.isDelegate ? 'delegate' : `for ${listed(node.hosts)}`;
      return `${hosts}, ${plural(routes, 'route')}`;
    }
    case 'Service':
      return node.status === 'missing'
        ? ''
        : `${plural(node.ports.length, 'port')}, ${plural(node.workloads.length, 'workload')}`;
    case 'ServiceEntry':
      return `for ${listed(node.hosts)}, ${plural(node.ports.length, 'port')}`;
  }
}

function listed(hosts: readonly string[]): string {
  if (hosts.length === 0) return 'no host';
  const shown = hosts.slice(0, 3).join(', ');
  return hosts.length > 3 ? `${shown} and ${hosts.length - 3} more` : shown;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
