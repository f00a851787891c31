import type { Scene } from '@portolan/model';
import { ViewportPortal } from '@xyflow/react';
import type { ReactElement } from 'react';
import { useViewState } from '../../view-state/view-context.ts';
import type { ViewState } from '../../view-state/view-state.ts';
import styles from '../Canvas.module.css';

const selectPointed = ({ pointed }: ViewState) => (pointed?.kind === 'node' ? pointed.id : null);

/** A frame round the node whose lines the pointer is over in the YAML. */
export function PointedMark({ scene }: { readonly scene: Scene }): ReactElement | null {
  const id = useViewState(selectPointed);
  const node = id === null ? undefined : scene.nodeById.get(id);
  if (node === undefined) return null;
  const { x, y, width, height } = node;
  return (
    <ViewportPortal>
      <div
        className={styles.pointed}
        data-pointed={id}
        style={{ transform: `translate(${x}px, ${y}px)`, width, height }}
        aria-hidden="true"
      />
    </ViewportPortal>
  );
}
