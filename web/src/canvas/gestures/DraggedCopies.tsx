import type { Rect } from '@portolan/model';
import { ViewportPortal } from '@xyflow/react';
import { memo, type ReactElement } from 'react';
import styles from '../Canvas.module.css';

interface DraggedCopiesProps {
  readonly copies: readonly Rect[];
}

/** Where copies of the held nodes would come to stand. */
export const DraggedCopies = memo(function DraggedCopies({
  copies,
}: DraggedCopiesProps): ReactElement | null {
  return copies.length === 0 ? null : (
    <ViewportPortal>
      {copies.map(({ x, y, width, height }) => (
        <div
          key={`${x} ${y}`}
          className={styles.copy}
          data-copy
          style={{ transform: `translate(${x}px, ${y}px)`, width, height }}
          aria-hidden="true"
        />
      ))}
    </ViewportPortal>
  );
});
