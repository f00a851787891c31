import type { Topology, TopologyEdge, TopologyNode } from '../graph/topology.ts';

/**
 * The topology as a Mermaid flowchart, left to right, for Markdown pages. Missing and implied nodes
 * are dashed, broken edges dotted, and say so.
 */
export function drawMermaid({ nodes, edges }: Topology): string {
  const ids = new Map(nodes.map(({ id }, index) => [id, `n${index + 1}`]));
  const lines = [
    'flowchart LR',
    ...nodes.map((node) => `  ${ids.get(node.id)}["${labelOf(node)}"]${classOf(node)}`),
    ...uniqueEdges(edges).map(
      (edge) => `  ${ids.get(edge.source)} ${arrowOf(edge)} ${ids.get(edge.target)}`,
    ),
    '  classDef implied stroke-dasharray: 4 3',
    '  classDef missing stroke-dasharray: 4 3,stroke:#b3261e,color:#b3261e',
  ];
  return `${lines.join('\n')}\n`;
}

function labelOf({ kind, name, namespace, status }: TopologyNode): string {
  const state = status === 'present' ? '' : `, ${status}`;
  return `${kind}${state}<br/><b>${escaped(name)}</b><br/>${escaped(namespace)}`;
}

function classOf({ status }: TopologyNode): string {
  return status === 'present' ? '' : `:::${status}`;
}

function arrowOf(edge: TopologyEdge): string {
  if (edge.broken !== null) {
    return '-. broken .->';
  }
  const text = edgeText(edge);
  return text === '' ? '-->' : `-->|"${escaped(text)}"|`;
}

function edgeText(edge: TopologyEdge): string {
  if (edge.kind !== 'routes') {
    return edge.kind === 'delegates' ? 'delegates' : '';
  }
  const share = edge.share < 1 && !edge.mirror ? `${Math.round(edge.share * 1000) / 10} %` : '';
  return [edge.mirror ? 'mirror' : '', edge.subset ?? '', share]
    .filter((part) => part !== '')
    .join(' ');
}

/** Of edges that would look the same between two nodes, the first. */
function uniqueEdges(edges: readonly TopologyEdge[]): readonly TopologyEdge[] {
  const seen = new Set<string>();
  return edges.filter((edge) => {
    const key = JSON.stringify([edge.source, arrowOf(edge), edge.target]);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

/** Mermaid's own escapes: `#` and a character code. */
function escaped(text: string): string {
  return text.replace(/[^\p{L}\p{N} ._%/-]/gu, (sign) => `#${sign.codePointAt(0)};`);
}
