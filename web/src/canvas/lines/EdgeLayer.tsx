import { curvePath, describeEdge, type SceneEdge, type SceneLine } from '@portolan/model';
import { ViewportPortal } from '@xyflow/react';
import { memo, type ReactElement } from 'react';
import { problemsByEdge } from '../../session/problems/edge-problems.ts';
import { useDiagnosis } from '../../session/session-context.ts';
import { isOnPath, type TracePath } from '../../session/tracing/trace-path.ts';
import styles from './EdgeLayer.module.css';
import { EdgeMark } from './EdgeMark.tsx';

/** The edges to show. */
export interface EdgeLayerProps {
  readonly edges: readonly SceneEdge[];
  readonly selected: ReadonlySet<string>;
  readonly hovered: string | null;
  /** The one whose end is being moved. */
  readonly moving: string | null;
  /** What the traced request has gone through; null while nothing is traced. */
  readonly path: TracePath | null;
  /** From afar lines keep their width on screen, and words are left out. */
  readonly isFar: boolean;
}

/**
 * The edges in view, as SVG behind the nodes. React Flow's own edges are not used: each would listen
 * to every change of the viewport, and none can lead to a node that is not mounted.
 */
export const EdgeLayer = memo(function EdgeLayer(props: EdgeLayerProps): ReactElement {
  const { edges, selected, hovered, moving, path, isFar } = props;
  return (
    <ViewportPortal>
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: only its parts have names, and a title would be a tooltip everywhere */}
      <svg
        className={`${styles.layer} ${isFar ? styles.far : ''}`}
        width="1"
        height="1"
        data-traced={path !== null || undefined}
      >
        {edges.map((edge) => (
          <EdgeLines
            key={edge.id}
            edge={edge}
            selected={selected.has(edge.id)}
            hovered={edge.id === hovered}
            moving={edge.id === moving}
            path={path?.edges.has(edge.id) ? path : null}
          />
        ))}
      </svg>
    </ViewportPortal>
  );
});

interface EdgeLinesProps {
  readonly edge: SceneEdge;
  readonly selected: boolean;
  readonly hovered: boolean;
  readonly moving: boolean;
  /** The way of the traced request, where it leads over this edge. */
  readonly path: TracePath | null;
}

const EdgeLines = memo(function EdgeLines(props: EdgeLinesProps): ReactElement {
  const { edge, selected, hovered, moving, path } = props;
  const isUnsure = useDiagnosis((state) => problemsByEdge(state).get(edge.id)?.look === 'unknown');
  const classes = [styles.edge, styles[edge.edge.kind]];
  if (edge.edge.broken !== null) classes.push(isUnsure ? styles.unsure : styles.broken);
  if (edge.edge.kind === 'routes' && edge.edge.mirror) classes.push(styles.mirror);
  if (edge.edge.stale) classes.push(styles.stale);
  if (selected) classes.push(styles.selected);
  if (hovered) classes.push(styles.hovered);
  if (moving) classes.push(styles.moving);
  if (path?.failing.has(edge.id)) classes.push(styles.failing);
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no button
    <g
      className={classes.filter(Boolean).join(' ')}
      data-edge={edge.id}
      role="button"
      aria-roledescription="connection"
      aria-pressed={selected}
      aria-label={describeEdge(edge.edge)}
      tabIndex={-1}
    >
      {edge.lines.map((line) => {
        const { curve } = line;
        const d = curvePath(curve);
        const lit = isLit(path, edge, line);
        return (
          <g key={d} className={lit ? styles.lit : undefined} data-traced={lit || undefined}>
            <path className={styles.hit} d={d} />
            <path className={styles.line} d={d} />
            {/* Seen where the line joins a header, which has no handle. */}
            <circle className={styles.end} cx={curve.startX} cy={curve.startY} r="3.5" />
            <circle className={styles.end} cx={curve.endX} cy={curve.endY} r="3.5" />
          </g>
        );
      })}
      <EdgeMark edge={edge} />
    </g>
  );
});

function isLit(path: TracePath | null, edge: SceneEdge, line: SceneLine): boolean {
  return path !== null && isOnPath(path, edge.edge, line);
}
