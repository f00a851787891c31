import {
  edgeAnchors,
  handleY,
  layoutTopology,
  measureNode,
  type NodeId,
  type NodeKind,
  type Point,
  type Topology,
} from '@portolan/model';

/** A topology as boxes and lines, in the canvas's units. */
export interface PictureShapes {
  readonly boxes: readonly PictureBox[];
  readonly lines: readonly PictureLine[];
  /** What holds all boxes. */
  readonly bounds: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
}

/** A node as a rectangle, in the coordinates of the layout. */
export interface PictureBox {
  readonly id: NodeId;
  readonly kind: NodeKind;
  readonly isPresent: boolean;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** An edge as a path between two boxes. */
export interface PictureLine {
  readonly key: string;
  /** An SVG path. */
  readonly path: string;
  readonly isBroken: boolean;
}

/** The shapes of a topology where its nodes stand; those without a place get one of a fresh layout. */
export function pictureShapes(
  topology: Topology,
  places: ReadonlyMap<NodeId, Point>,
): PictureShapes {
  const isPlaced = topology.nodes.every(({ id }) => places.has(id));
  const points = isPlaced ? places : layoutTopology(topology);
  const boxes = new Map<NodeId, PictureBox>();
  for (const node of topology.nodes) {
    const { width, height } = measureNode(node);
    const { x, y } = points.get(node.id) ?? { x: 0, y: 0 };
    boxes.set(node.id, {
      id: node.id,
      kind: node.kind,
      isPresent: node.status === 'present',
      x,
      y,
      width,
      height,
    });
  }
  return {
    boxes: [...boxes.values()],
    lines: linesBetween(topology, boxes),
    bounds: boundsOf([...boxes.values()]),
  };
}

function linesBetween(
  topology: Topology,
  boxes: ReadonlyMap<NodeId, PictureBox>,
): readonly PictureLine[] {
  const nodes = new Map(topology.nodes.map((node) => [node.id, node]));
  return topology.edges.flatMap((edge) => {
    const [from, to] = [boxes.get(edge.source), boxes.get(edge.target)];
    const [source, target] = [nodes.get(edge.source), nodes.get(edge.target)];
    if (!from || !to || !source || !target) return [];
    return edgeAnchors(edge, source, target).map((anchor, index) => {
      const start = {
        x: from.x + from.width,
        y: from.y + handleY(measureNode(source), anchor.sourceRow),
      };
      const end = { x: to.x, y: to.y + handleY(measureNode(target), anchor.targetRow) };
      const middle = (start.x + end.x) / 2;
      const path = `M${start.x} ${start.y}C${middle} ${start.y} ${middle} ${end.y} ${end.x} ${end.y}`;
      return { key: `${edge.id} ${index}`, path, isBroken: anchor.broken };
    });
  });
}

function boundsOf(boxes: readonly PictureBox[]): PictureShapes['bounds'] {
  if (boxes.length === 0) return { x: 0, y: 0, width: 1, height: 1 };
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}
