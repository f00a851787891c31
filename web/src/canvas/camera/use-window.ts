import type { Rect, Scene, SceneEdge, SceneNode } from '@portolan/model';
import { type ReactFlowState, useStore } from '@xyflow/react';
import { useMemo, useRef } from 'react';
import { viewportOf } from '../canvas-handle.ts';
import {
  chooseDetail,
  type Detail,
  detailZoom,
  edgesIn,
  isSameRect,
  nodesIn,
  SPARSE_COUNT,
  windowOf,
} from './window.ts';

/** What is in view, and round it. */
export interface CanvasWindow {
  readonly detail: Detail;
  /** So few nodes that all of them get elements, and their edges too. */
  readonly isSparse: boolean;
  readonly nodes: readonly SceneNode[];
  readonly edges: readonly SceneEdge[];
}

interface Look {
  readonly area: Rect;
  readonly zoom: number;
}

/** What is in view. Changes only when the view passes into another cell, or the scene changes. */
export function useWindow(scene: Scene): CanvasWindow {
  const { area, zoom } = useStore(selectLook, isSameLook);
  const nodes = useMemo(() => nodesIn(scene, area), [scene, area]);
  const edges = useMemo(() => edgesIn(scene, area), [scene, area]);
  const before = useRef<Detail>('far');
  const detail = chooseDetail(before.current, nodes.length, zoom);
  before.current = detail;
  return { detail, isSparse: nodes.length <= SPARSE_COUNT, nodes, edges };
}

function selectLook(state: ReactFlowState): Look {
  const { width, height } = state;
  const viewport = viewportOf(state);
  return {
    area: windowOf(viewport, { width, height }),
    zoom: detailZoom(viewport.zoom),
  };
}

function isSameLook(a: Look, b: Look): boolean {
  return a.zoom === b.zoom && isSameRect(a.area, b.area);
}
