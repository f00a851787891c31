import { curvePath, middleOfCurve, type SceneBundle, type SceneStub } from '@portolan/model';
import { ViewportPortal } from '@xyflow/react';
import { memo, type ReactElement } from 'react';
import styles from './ReducedLines.module.css';

interface ReducedLinesProps {
  readonly bundles: readonly SceneBundle[];
  readonly stubs: readonly SceneStub[];
}

const STUB_LENGTH = 26;

/** Lines that cannot be drawn whole: bundles that end at a box, and beginnings of lines to what is hidden. */
export const ReducedLines = memo(function ReducedLines({
  bundles,
  stubs,
}: ReducedLinesProps): ReactElement | null {
  if (bundles.length + stubs.length === 0) return null;
  return (
    <ViewportPortal>
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: only its parts have names, and a title would be a tooltip everywhere */}
      <svg className={styles.layer} width="1" height="1">
        {bundles.map((bundle) => (
          <Bundle key={bundle.id} bundle={bundle} />
        ))}
        {stubs.map((stub) => (
          <Stub key={stub.id} stub={stub} />
        ))}
      </svg>
    </ViewportPortal>
  );
});

const Bundle = memo(function Bundle({ bundle }: { readonly bundle: SceneBundle }): ReactElement {
  const { curve, edges, from, to, isBroken } = bundle;
  const { x, y } = middleOfCurve(curve);
  const count = String(edges.length);
  const width = 14 + count.length * 7;
  const words = `${plural(edges.length)} from ${from} to ${to}${isBroken ? ', not all of them sound' : ''}`;
  return (
    <g className={`${styles.bundle} ${isBroken ? styles.broken : ''}`}>
      <title>{words}</title>
      <path className={styles.line} d={curvePath(curve)} />
      <rect x={x - width / 2} y={y - 9} width={width} height={18} rx={9} />
      <text x={x} y={y + 4} textAnchor="middle">
        {count}
      </text>
    </g>
  );
});

const Stub = memo(function Stub({ stub }: { readonly stub: SceneStub }): ReactElement {
  const { x, y, side, count, namespaces } = stub;
  const [only, second] = namespaces;
  const place = second === undefined ? `in ${only ?? ''}` : `in ${namespaces.length} namespaces`;
  const words = `${plural(count)} to hidden nodes ${place}`;
  const direction = side === 'right' ? 1 : -1;
  const end = x + direction * STUB_LENGTH;
  return (
    <g className={styles.stub} data-stub>
      <title>{words}</title>
      <path className={styles.line} d={`M${x} ${y}H${end}`} />
      <text x={end + direction * 5} y={y + 4} textAnchor={side === 'right' ? 'start' : 'end'}>
        {second === undefined ? only : `${namespaces.length} namespaces`} hidden
      </text>
    </g>
  );
});

function plural(count: number): string {
  return count === 1 ? '1 connection' : `${count} connections`;
}
