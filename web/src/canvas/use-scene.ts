import { buildScene, type NodeId, type Scene } from '@portolan/model';
import { useLayoutEffect, useMemo } from 'react';
import { lookOf } from '../session/arrangement/arranged-layout.ts';
import { placeNotes } from '../session/arrangement/arrangement.ts';
import type { SessionState } from '../session/session.ts';
import { useSessionState } from '../session/session-context.ts';
import type { CanvasHandle } from './canvas-handle.ts';
import type { Dragged } from './gestures/use-node-drag.ts';

const selectTopology = (state: SessionState) => state.snapshot.topology;
const selectPositions = (state: SessionState) => state.positions;
const selectArrangement = (state: SessionState) => state.arrangement;

/** The topology where it stands at this moment, dragged nodes where the pointer has them. */
export function useScene(handle: CanvasHandle, dragged: Dragged | null): Scene {
  const topology = useSessionState(selectTopology);
  const positions = useSessionState(selectPositions);
  const arrangement = useSessionState(selectArrangement);
  const look = useMemo(() => lookOf(arrangement), [arrangement]);
  const scene = useMemo(() => {
    if (dragged === null) return buildScene(topology, positions, look);
    const places = { get: (id: NodeId) => dragged.get(id) ?? positions.get(id) };
    return buildScene(topology, places, { ...look, notes: placeNotes(look.notes, dragged) });
  }, [topology, positions, dragged, look]);
  useLayoutEffect(() => {
    handle.scene.current = scene;
  }, [handle, scene]);
  return scene;
}
