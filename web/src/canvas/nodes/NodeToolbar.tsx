import type { SceneNode } from '@portolan/model';
import {
  IconArrowRampRight,
  IconCopyPlus,
  IconDots,
  IconFold,
  IconTrash,
  type TablerIcon,
} from '@tabler/icons-react';
import { type ReactFlowState, useStore, ViewportPortal } from '@xyflow/react';
import { type ReactElement, useEffect, useState } from 'react';
import { type Command, isAvailable } from '../../commands/command.ts';
import { useCommandContext } from '../../commands/command-context.ts';
import { DELETE_SELECTION, DUPLICATE } from '../../commands/edit-commands.ts';
import { FOLD_SELECTION } from '../../commands/fold-commands.ts';
import { CONNECT_TO } from '../../commands/palette-commands.ts';
import { showKeys } from '../../commands/shortcuts.ts';
import { useViewState } from '../../view-state/view-context.ts';
import { select, type ViewState } from '../../view-state/view-state.ts';
import type { CanvasHandle } from '../canvas-handle.ts';
import floating from '../FloatingTools.module.css';
import type { MenuPlace } from '../gestures/use-pointer.ts';
import { findElement } from '../use-canvas-focus.ts';
import styles from './NodeToolbar.module.css';

interface NodeToolbarProps {
  readonly handle: CanvasHandle;
  readonly openMenu: (place: MenuPlace) => void;
}

/** The pointer has to stay so long on a node, so that nothing comes up on its way across. */
const REST_MILLISECONDS = 300;

const TOOLS: readonly { readonly command: Command; readonly icon: TablerIcon }[] = [
  { command: CONNECT_TO, icon: IconArrowRampRight },
  { command: FOLD_SELECTION, icon: IconFold },
  { command: DUPLICATE, icon: IconCopyPlus },
  { command: DELETE_SELECTION, icon: IconTrash },
];

const selectHovered = ({ hovered }: ViewState) => (hovered?.kind === 'node' ? hovered.id : null);
const selectZoom = ({ transform }: ReactFlowState) => transform[2];

/**
 * What is done most often with the node that the pointer rests on. By keyboard there are keys and
 * the menu for it, so it is no stop on the way with Tab.
 */
export function NodeToolbar({ handle, openMenu }: NodeToolbarProps): ReactElement | null {
  const hovered = useViewState(selectHovered);
  const [rested, setRested] = useState<string | null>(null);
  useEffect(() => {
    setRested(null);
    if (hovered === null) return;
    const timer = setTimeout(() => setRested(hovered), REST_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [hovered]);
  const node = rested === null ? undefined : handle.scene.current.nodeById.get(rested);
  if (node === undefined || rested !== hovered) return null;
  return (
    <ViewportPortal>
      <Tools key={node.id} handle={handle} node={node} openMenu={openMenu} />
    </ViewportPortal>
  );
}

function Tools({
  handle,
  node,
  openMenu,
}: NodeToolbarProps & { readonly node: SceneNode }): ReactElement {
  const context = useCommandContext();
  const zoom = useStore(selectZoom);
  const target = { kind: 'node', id: node.id } as const;
  const isWritten = node.node.resourceId !== null;
  const tools = TOOLS.filter(
    ({ command }) => isWritten || command === CONNECT_TO || command === FOLD_SELECTION,
  );
  /** What is done is done with this node, and the keys are there afterwards. */
  const take = () => {
    select(handle.view, { nodes: [node.id] }, 'canvas');
    findElement(handle, target)?.focus({ preventScroll: true });
  };
  return (
    <div
      className={`${styles.toolbar} nodrag nopan`}
      style={{
        transform: `translate(${node.x + node.width}px, ${node.y}px) scale(${1 / zoom}) translate(-100%, -100%)`,
      }}
      data-toolbar-of={node.id}
      role="toolbar"
      aria-label={`${node.node.kind} ${node.node.name}`}
    >
      <div className={floating.bar}>
        {tools.map(({ command, icon: Icon }) => (
          <Tool
            key={command.id}
            label={labelOf(command)}
            onChoose={() => {
              take();
              if (isAvailable(command, context)) command.run(context);
            }}
          >
            <Icon size={16} stroke={1.6} aria-hidden />
          </Tool>
        ))}
        <Tool
          label="More"
          onChoose={(button) => {
            take();
            const { left, bottom } = button.getBoundingClientRect();
            openMenu({ x: left, y: bottom, target });
          }}
        >
          <IconDots size={16} stroke={1.6} aria-hidden />
        </Tool>
      </div>
    </div>
  );
}

interface ToolProps {
  readonly label: string;
  readonly onChoose: (button: HTMLElement) => void;
  readonly children: ReactElement;
}

function Tool({ label, onChoose, children }: ToolProps): ReactElement {
  return (
    <button
      type="button"
      className={floating.tool}
      aria-label={label}
      title={label}
      tabIndex={-1}
      // The focus stays where it is until something is chosen.
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => onChoose(event.currentTarget)}
    >
      {children}
    </button>
  );
}

function labelOf({ title, shortcuts: [shortcut] }: Command): string {
  return shortcut === undefined ? title : `${title} (${showKeys(shortcut.keys)})`;
}
