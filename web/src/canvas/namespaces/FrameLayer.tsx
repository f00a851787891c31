import type { NamespaceFrame, Rect } from '@portolan/model';
import { IconBox, IconEyeOff, IconFold } from '@tabler/icons-react';
import { type ReactFlowState, useStore, ViewportPortal } from '@xyflow/react';
import { type CSSProperties, memo, type ReactElement } from 'react';
import { useCommandContext } from '../../commands/command-context.ts';
import { foldNamespaces } from '../../commands/fold-commands.ts';
import { hideNamespaces } from '../../commands/namespace-commands.ts';
import { select } from '../../view-state/view-state.ts';
import type { NodeDrag } from '../gestures/use-node-drag.ts';
import styles from './FrameLayer.module.css';
import { NamespaceBox } from './NamespaceBox.tsx';

interface FrameLayerProps {
  readonly frames: readonly NamespaceFrame[];
  readonly startGroup: NodeDrag['startGroup'];
}

/** From afar names keep the size at which they can be read, up to so much. */
const MOST_GROWTH = 8;

/** In steps, so that zooming seldom renders anything. */
function selectGrowth({ transform: [, , zoom] }: ReactFlowState): number {
  const steps = Math.ceil(Math.log2(Math.max(1, 0.9 / zoom)) * 2);
  return Math.min(MOST_GROWTH, 2 ** (steps / 2));
}

/** The frames round namespaces, behind everything; by its name a frame is dragged with all in it. */
export const FrameLayer = memo(function FrameLayer(props: FrameLayerProps): ReactElement | null {
  const { frames, startGroup } = props;
  const growth = useStore(selectGrowth);
  if (frames.length === 0) return null;
  return (
    <ViewportPortal>
      <div className={styles.layer} style={{ '--growth': growth } as CSSProperties}>
        {frames.map((frame) =>
          frame.isFolded ? (
            <NamespaceBox key={frame.namespace} frame={frame} startGroup={startGroup} />
          ) : (
            <Frame key={frame.namespace} frame={frame} startGroup={startGroup} />
          ),
        )}
      </div>
    </ViewportPortal>
  );
});

interface FrameProps {
  readonly frame: NamespaceFrame;
  readonly startGroup: NodeDrag['startGroup'];
}

const Frame = memo(function Frame({ frame, startGroup }: FrameProps): ReactElement {
  const { namespace, nodeIds, x, y, width, height } = frame;
  return (
    <section
      className={styles.frame}
      style={{ transform: `translate(${x}px, ${y}px)`, width, height }}
      aria-label={`Namespace ${namespace}, ${nodeIds.length} ${nodeIds.length === 1 ? 'node' : 'nodes'}`}
      data-frame={namespace}
    >
      <div className={`${styles.label} nopan nodrag`}>
        <FrameName frame={frame} startGroup={startGroup} />
        <FrameTools frame={frame} />
      </div>
    </section>
  );
});

function FrameName({ frame, startGroup }: FrameProps): ReactElement {
  const { session, view } = useCommandContext();
  const { namespace, nodeIds } = frame;
  return (
    <button
      type="button"
      className={styles.name}
      title={`Namespace ${namespace}. Click to select its nodes, drag to move them.`}
      aria-description="Selects the nodes of this namespace"
      onPointerDown={(event) => {
        const { notes } = session.store.getState().arrangement;
        const within = notes.filter((note) => isWithin(frame, note)).map(({ id }) => id);
        startGroup(event, { ids: [...nodeIds, ...within], label: `Move namespace ${namespace}` });
      }}
      onClick={() => select(view, { nodes: nodeIds }, 'canvas')}
    >
      <IconBox size={14} stroke={1.6} aria-hidden />
      <span className={styles.text}>{namespace}</span>
      <span className={styles.count}>{nodeIds.length}</span>
    </button>
  );
}

function FrameTools({ frame: { namespace } }: { readonly frame: NamespaceFrame }): ReactElement {
  const context = useCommandContext();
  const hide = (): void => {
    const { hiddenNamespaces } = context.session.store.getState().arrangement;
    hideNamespaces(context, [...hiddenNamespaces, namespace]);
  };
  return (
    <span className={styles.tools}>
      <button
        type="button"
        className={styles.tool}
        aria-label={`Collapse namespace ${namespace}`}
        title="Collapse"
        onClick={() => foldNamespaces(context, [namespace], true)}
      >
        <IconFold size={15} stroke={1.6} aria-hidden />
      </button>
      <button
        type="button"
        className={styles.tool}
        aria-label={`Hide namespace ${namespace}`}
        title="Hide"
        onClick={hide}
      >
        <IconEyeOff size={15} stroke={1.6} aria-hidden />
      </button>
    </span>
  );
}

function isWithin(frame: Rect, { x, y, width, height }: Rect): boolean {
  const isBeside = x < frame.x || x + width > frame.x + frame.width;
  return !isBeside && y >= frame.y && y + height <= frame.y + frame.height;
}
