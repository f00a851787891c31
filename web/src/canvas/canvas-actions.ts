import type { NodeId } from '@portolan/model';
import { createContext, useContext } from 'react';
import type { Explanation } from './explanations/explanation.ts';

/** What the parts of a node can ask the canvas to do. Always the same object. */
export interface CanvasActions {
  /** Whether the sketch can be changed, and not only looked at. */
  readonly canWrite: boolean;
  /** Writes an implied or missing node into the YAML. */
  writeNode(id: NodeId): void;
  /** Says the whole of it, under the element. */
  explain(explanation: Explanation, anchor: HTMLElement): void;
  copy(text: string): void;
}

/** Reaches the actions from inside nodes; null outside the canvas. */
export const CanvasActionsContext = createContext<CanvasActions | null>(null);

/** The actions of the canvas that the component is on. */
export function useCanvasActions(): CanvasActions {
  const actions = useContext(CanvasActionsContext);
  if (actions === null) throw new Error('useCanvasActions() needs a CanvasActionsContext above it');
  return actions;
}
