import type { TopologyNode } from '../graph/topology.ts';

/**
 * A row of a node's table. `id` names its handles: `port-0` (LoadBalancer, Service, ServiceEntry),
 * `server-0` (Gateway), `hosts`, `http-0`, `tls-0`, `tcp-0` (a route of a VirtualService) and
 * `http-0-1` (destination 1 of route 0), `http-0-mirror-0` (of `mirrors`), `http-0-mirror` (of
 * `mirror`). Rows that stand for others end in `-more`. HEADER_ROW names the header's handles.
 */
export interface RowGeometry {
  readonly id: string;
  /** Relative to the node's top, in pixels at 100 % zoom. */
  readonly y: number;
  readonly height: number;
}

/** The size of a node and of its rows; what the canvas draws is exactly this large. */
export interface NodeGeometry {
  readonly width: number;
  readonly height: number;
  readonly headerHeight: number;
  readonly rows: readonly RowGeometry[];
}

/** The top left corner of a node, in pixels at 100 % zoom. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Says how large a node is, as it is shown. */
export type Measure = (node: TopologyNode) => NodeGeometry;
