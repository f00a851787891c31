import { type Curve, gripPoints, type SceneEdge } from '@portolan/model';
import { type ReactFlowState, useStore, ViewportPortal } from '@xyflow/react';
import { memo, type ReactElement } from 'react';
import styles from './EdgeGrips.module.css';

interface EdgeGripsProps {
  /** The edges whose ends can be taken hold of now. */
  readonly edges: readonly SceneEdge[];
}

const selectZoom = ({ transform }: ReactFlowState) => transform[2];

/** Grips near the ends of edges, as large at every zoom, beside the handles that new lines start from. */
export const EdgeGrips = memo(function EdgeGrips({ edges }: EdgeGripsProps): ReactElement | null {
  return edges.length === 0 ? null : (
    <ViewportPortal>
      {edges.map((edge) =>
        edge.lines.map(({ curve }, line) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: which line of the edge it is
          <LineGrips key={`${edge.id} ${line}`} edge={edge} curve={curve} line={line} />
        )),
      )}
    </ViewportPortal>
  );
});

interface LineGripsProps {
  readonly edge: SceneEdge;
  readonly curve: Curve;
  readonly line: number;
}

function LineGrips({ edge, curve, line }: LineGripsProps): ReactElement {
  const zoom = useStore(selectZoom);
  const { start, end } = gripPoints(curve, zoom);
  return (
    <>
      {([start, end] as const).map(({ x, y }, index) => (
        <span
          key={index === 0 ? 'source' : 'target'}
          className={`${styles.grip} nodrag nopan`}
          style={{ transform: `translate(${x}px, ${y}px) scale(${1 / zoom})` }}
          data-grip={index === 0 ? 'source' : 'target'}
          data-grip-edge={edge.id}
          data-line={line}
          data-broken={edge.edge.broken !== null || undefined}
          title={`Drag to move the ${index === 0 ? 'start' : 'end'} of this line`}
          aria-hidden="true"
        />
      ))}
    </>
  );
}
