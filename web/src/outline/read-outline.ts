import type { NodeKind, Snapshot } from '@portolan/model';

/** One line of the outline. */
export interface OutlineEntry {
  readonly key: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  /** What it is on the canvas; null where it is not there. */
  readonly nodeId: string | null;
  /** What it is in the text; null where it is not there. */
  readonly resourceId: string | null;
  /** Such as "missing"; empty where there is nothing to say. */
  readonly note: string;
}

export interface OutlineGroup {
  readonly title: string;
  readonly entries: readonly OutlineEntry[];
}

/** The way of a request, from the port to what serves it. */
const KIND_ORDER: Readonly<Record<NodeKind, number>> = {
  LoadBalancer: 0,
  Gateway: 1,
  VirtualService: 2,
  Service: 3,
  ServiceEntry: 4,
};

/** What the text holds: by kind what is on the canvas, then the rest in the order of the text; without empty groups. */
export function readOutline({ topology, resources }: Snapshot): readonly OutlineGroup[] {
  const inOrder = topology.nodes.toSorted(
    (left, right) => KIND_ORDER[left.kind] - KIND_ORDER[right.kind],
  );
  const onCanvas = inOrder.map((node): OutlineEntry => {
    const { id, kind, name, namespace, resourceId, status, stale } = node;
    const note = stale ? 'document is broken' : status === 'present' ? '' : status;
    return { key: id, kind, name, namespace, nodeId: id, resourceId, note };
  });
  const shown = new Set(topology.nodes.map((node) => node.resourceId));
  const others = resources
    .filter((resource) => !shown.has(resource.id))
    .map(
      ({ id, kind, name, namespace, stale }, index): OutlineEntry => ({
        key: `${id} ${index}`,
        kind,
        name,
        namespace,
        nodeId: null,
        resourceId: id,
        note: stale ? 'document is broken' : '',
      }),
    );
  const groups = [
    { title: 'On the canvas', entries: onCanvas },
    { title: 'In the text only', entries: others },
  ];
  return groups.filter(({ entries }) => entries.length > 0);
}
