import type { ReactElement } from 'react';
import styles from './NodeHandle.module.css';

interface NodeHandleProps {
  readonly side: 'left' | 'right';
  readonly row: string;
}

/**
 * Where lines join a row, and where a new one is drawn from. A plain element, because each of React
 * Flow's own handles listens to every change of the viewport.
 */
export function NodeHandle({ side, row }: NodeHandleProps): ReactElement {
  return (
    <span
      className={`${styles.handle} ${side === 'left' ? styles.left : styles.right} nodrag nopan`}
      data-handle={side}
      data-row={row}
      title="Drag to connect"
      aria-hidden="true"
    />
  );
}
