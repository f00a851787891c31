import { describeAbsence, describeRouteOf, kindLabel } from '@portolan/model';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { type EdgeProblems, problemsByEdge } from '../../session/problems/edge-problems.ts';
import { useViewState } from '../../view-state/view-context.ts';
import type { CanvasTarget, ViewState } from '../../view-state/view-state.ts';
import type { Detail } from '../camera/window.ts';
import type { CanvasHandle } from '../canvas-handle.ts';
import styles from './CanvasTooltip.module.css';

interface CanvasTooltipProps {
  readonly handle: CanvasHandle;
  readonly detail: Detail;
}

interface Words {
  readonly title: string;
  readonly text: string;
  readonly broken: string | null;
  readonly look: EdgeProblems['look'];
}

const DELAY = 180;
const WIDTH = 320;

const selectHovered = (state: ViewState) => state.hovered;

/** What the edge under the pointer means; and which node it is, where its words are too small. */
export function CanvasTooltip({ handle, detail }: CanvasTooltipProps): ReactElement | null {
  const hovered = useViewState(selectHovered);
  const pointer = useRef({ x: 0, y: 0 });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [shown, setShown] = useState<{ readonly x: number; readonly y: number } | null>(null);
  useEffect(() => {
    const root = handle.root.current;
    const follow = (event: MouseEvent) => {
      pointer.current = { x: event.clientX, y: event.clientY };
    };
    const hide = () => {
      clearTimeout(timer.current);
      setShown(null);
    };
    root?.addEventListener('mousemove', follow, { capture: true });
    root?.addEventListener('pointerdown', hide, { capture: true });
    root?.addEventListener('wheel', hide, { capture: true, passive: true });
    return () => {
      root?.removeEventListener('mousemove', follow, { capture: true });
      root?.removeEventListener('pointerdown', hide, { capture: true });
      root?.removeEventListener('wheel', hide, { capture: true });
    };
  }, [handle]);
  useEffect(() => {
    setShown(null);
    if (hovered === null) return;
    timer.current = setTimeout(() => setShown(pointer.current), DELAY);
    return () => clearTimeout(timer.current);
  }, [hovered]);
  const words = shown === null || hovered === null ? null : wordsOf(handle, hovered, detail);
  if (shown === null || words === null) return null;
  const box = handle.root.current?.getBoundingClientRect();
  const x = shown.x - (box?.left ?? 0);
  const y = shown.y - (box?.top ?? 0);
  const left = Math.max(8, Math.min(x + 14, (box?.width ?? WIDTH) - WIDTH - 8));
  return (
    <div className={styles.tooltip} style={{ left, top: y + 16, maxWidth: WIDTH }} role="tooltip">
      {words.title !== '' && <strong>{words.title}</strong>}
      <span>{words.text}</span>
      {words.broken !== null && (
        <span className={styles.broken} data-class={words.look}>
          {words.broken}
        </span>
      )}
    </div>
  );
}

function wordsOf(handle: CanvasHandle, target: CanvasTarget, detail: Detail): Words | null {
  const scene = handle.scene.current;
  if (target.kind === 'edge') {
    const { edge, source } = scene.edges.find(({ id }) => id === target.id) ?? {};
    if (edge === undefined || source === undefined) return null;
    const problems = problemsByEdge(handle.session.diagnosis.getState()).get(edge.id);
    return {
      title: describeRouteOf(edge, source.node) ?? '',
      text: edge.label,
      broken: problems === undefined ? edge.broken : sayProblems(problems),
      look: problems?.look ?? 'error',
    };
  }
  const node = detail === 'far' ? scene.nodeById.get(target.id)?.node : undefined;
  if (node === undefined) return null;
  const title = `${kindLabel(node)} ${node.name}`;
  return {
    title,
    text: describeAbsence(node) || `namespace ${node.namespace}`,
    broken: null,
    look: 'error',
  };
}

function sayProblems({ first, count }: EdgeProblems): string {
  const rest = count - 1;
  return rest === 0 ? first.message : `${first.message} And ${rest} more: click the mark.`;
}
