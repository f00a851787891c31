import type { NamespaceFrame } from '@portolan/model';
import { IconBox, IconFoldDown } from '@tabler/icons-react';
import { type CSSProperties, memo, type ReactElement } from 'react';
import { useCommandContext } from '../../commands/command-context.ts';
import { foldNamespaces } from '../../commands/fold-commands.ts';
import { KindIcon } from '../../ui/KindIcon.tsx';
import { KIND_LOOKS } from '../../ui/kind-look.ts';
import floating from '../FloatingTools.module.css';
import type { NodeDrag } from '../gestures/use-node-drag.ts';
import styles from './NamespaceBox.module.css';

interface NamespaceBoxProps {
  readonly frame: NamespaceFrame;
  readonly startGroup: NodeDrag['startGroup'];
}

/** What stands for all nodes of a namespace; it is dragged as they are, and opened by its button or a double click. */
export const NamespaceBox = memo(function NamespaceBox(props: NamespaceBoxProps): ReactElement {
  const { frame, startGroup } = props;
  const { namespace, nodeIds, counts, x, y, width, height } = frame;
  const context = useCommandContext();
  const expand = (): void => foldNamespaces(context, [namespace], false);
  const all = `${nodeIds.length} ${nodeIds.length === 1 ? 'node' : 'nodes'}`;
  return (
    <section
      className={`${styles.box} nopan nodrag`}
      style={{ transform: `translate(${x}px, ${y}px)`, width, height }}
      aria-label={`Namespace ${namespace}, collapsed, ${all}`}
      data-frame={namespace}
      onPointerDown={(event) => {
        startGroup(event, { ids: nodeIds, label: `Move namespace ${namespace}` });
      }}
      onDoubleClick={(event) => {
        event.stopPropagation();
        expand();
      }}
    >
      <header className={styles.header}>
        <IconBox size={18} stroke={1.6} aria-hidden />
        <strong className={styles.name} title={namespace}>
          {namespace}
        </strong>
        <button
          type="button"
          className={floating.tool}
          aria-label={`Expand namespace ${namespace}`}
          title="Expand"
          onPointerDown={(event) => event.stopPropagation()}
          onClick={expand}
        >
          <IconFoldDown size={17} stroke={1.6} aria-hidden />
        </button>
      </header>
      <ul className={styles.counts}>
        {counts.map(({ kind, count }) => (
          <li key={kind} className={styles.count}>
            <span
              className={styles.icon}
              style={{ color: KIND_LOOKS[kind].color } as CSSProperties}
            >
              <KindIcon kind={kind} size={15} />
            </span>
            {kind}
            <b>{count}</b>
          </li>
        ))}
      </ul>
    </section>
  );
});
