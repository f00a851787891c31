import { curveBetween, curvePath } from '@portolan/model';
import { ViewportPortal } from '@xyflow/react';
import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import styles from './ConnectLine.module.css';
import type { DrawnLine } from './line-gesture.ts';

interface ConnectLineProps {
  readonly store: StoreApi<DrawnLine | null>;
}

/** The line that the user is drawing. */
export function ConnectLine({ store }: ConnectLineProps): ReactElement | null {
  const line = useStore(store);
  if (line === null) return null;
  const { from, to, side } = line;
  const [start, end] = side === 'right' ? [from, to] : [to, from];
  return (
    <ViewportPortal>
      <svg className={styles.layer} width="1" height="1" aria-hidden="true">
        <path
          className={styles.line}
          data-state={stateOf(line)}
          d={curvePath(curveBetween(start.x, start.y, end.x, end.y))}
        />
      </svg>
    </ViewportPortal>
  );
}

/** What letting the line go would do, or why nothing. Beside the pointer, where there is room. */
export function ConnectVerdict({ store }: ConnectLineProps): ReactElement | null {
  const line = useStore(store);
  if (line === null || line.verdict === null) return null;
  const { x, y } = line.pointer;
  return (
    <div
      className={styles.verdict}
      data-state={stateOf(line)}
      style={{ left: `clamp(8px, ${x + 14}px, calc(100% - 308px))`, top: y + 16 }}
      role="status"
    >
      {line.verdict.text}
    </div>
  );
}

function stateOf({ verdict }: DrawnLine): 'open' | 'ok' | 'refused' {
  if (verdict === null) return 'open';
  return verdict.ok ? 'ok' : 'refused';
}
