import { Kbd, Menu } from '@mantine/core';
import { type AddableKind, type EditCommand, nodeRows, type TopologyNode } from '@portolan/model';
import { IconNote } from '@tabler/icons-react';
import { Fragment, lazy, type ReactElement, Suspense } from 'react';
import { ADD_COMMANDS } from '../commands/add-commands.ts';
import { TIDY_SELECTION } from '../commands/align-commands.ts';
import { COPY_SELECTION, CUT_SELECTION } from '../commands/clipboard-commands.ts';
import { type Command, type CommandContext, isAvailable } from '../commands/command.ts';
import { useCommandContext } from '../commands/command-context.ts';
import { DELETE_SELECTION, DUPLICATE, RENAME } from '../commands/edit-commands.ts';
import { FOLD_SELECTION, hasFolded } from '../commands/fold-commands.ts';
import { GROUP_BY_NAMESPACE, MOVE_TO_NAMESPACE } from '../commands/namespace-commands.ts';
import { ADD_NOTE } from '../commands/note-commands.ts';
import { CONNECT_TO } from '../commands/palette-commands.ts';
import { SHOW_FIELDS } from '../commands/pane-commands.ts';
import { RECONNECT_COMMANDS } from '../commands/reconnect-commands.ts';
import { runEdit } from '../commands/run-edit.ts';
import { showKeys } from '../commands/shortcuts.ts';
import { SHOW_TEXT } from '../commands/show-text.ts';
import { TRACE_ROUTE, traceThrough } from '../commands/trace-commands.ts';
import { TIDY, ZOOM_COMMANDS } from '../commands/view-commands.ts';
import { KindIcon } from '../ui/KindIcon.tsx';
import { findKindLook } from '../ui/kind-look.ts';
import { rememberViewport, requestNote } from '../view-state/view-state.ts';
import type { CanvasHandle } from './canvas-handle.ts';
import type { AskedExplanation } from './explanations/ExplanationPopover.tsx';
import { type Explanation, explainCredential, explainNode } from './explanations/explanation.ts';
import type { MenuPlace } from './gestures/use-pointer.ts';
import type { LineOffer } from './lines/line-task.ts';
import { findElement } from './use-canvas-focus.ts';

// What mends is behind the canvas, as the checks are.
const FixItems = lazy(async () => ({ default: (await import('./FixItems.tsx')).FixItems }));

interface CanvasMenuProps {
  readonly handle: CanvasHandle;
  readonly place: MenuPlace;
  readonly onClose: () => void;
  readonly onExplain: (asked: AskedExplanation) => void;
}

/** What can be done with a node, an edge or the pane, where the pointer is. */
export function CanvasMenu(props: CanvasMenuProps): ReactElement {
  const { handle, place, onClose, onExplain } = props;
  const context = useCommandContext();
  const items = { handle, place, context, onExplain };
  return (
    <Menu
      opened
      onChange={onClose}
      position="bottom-start"
      shadow="md"
      offset={2}
      withinPortal={false}
      floatingStrategy="fixed"
      returnFocus
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <span
          style={{ position: 'fixed', left: place.x, top: place.y, width: 1, height: 1 }}
          aria-hidden="true"
        />
      </Menu.Target>
      <Menu.Dropdown>
        {context.session.readOnlyReason !== null && (
          <Menu.Label maw={260}>{context.session.readOnlyReason}</Menu.Label>
        )}
        <MenuItems {...items} />
      </Menu.Dropdown>
    </Menu>
  );
}

interface ItemsProps {
  readonly handle: CanvasHandle;
  readonly place: MenuPlace;
  readonly context: CommandContext;
  readonly onExplain: (asked: AskedExplanation) => void;
}

function MenuItems(props: ItemsProps): ReactElement {
  const { target, offer } = props.place;
  if (target?.kind === 'note') return <NoteItems {...props} />;
  if (target !== null) return <TargetItems {...props} />;
  return offer === undefined ? <PaneItems {...props} /> : <OfferItems {...props} offer={offer} />;
}

function TargetItems({ handle, place, context, onExplain }: ItemsProps): ReactElement | null {
  const { target } = place;
  if (target === null) return null;
  const { kind, id } = target;
  if (kind === 'note') return null;
  const node = handle.scene.current.nodeById.get(target.id)?.node;
  const isWritten = target.kind === 'edge' || (node !== undefined && node.resourceId !== null);
  return (
    <>
      <Suspense fallback={null}>
        <FixItems target={{ kind, id }} context={context} />
      </Suspense>
      {isWritten && (
        <>
          <CommandItem command={SHOW_FIELDS} context={context} title="Fields" keys="Enter" />
          <CommandItem command={SHOW_TEXT} context={context} />
        </>
      )}
      {node !== undefined && !isWritten && (
        <Menu.Item
          disabled={context.session.readOnlyReason !== null}
          onClick={() => runEdit(context, { kind: 'write-node', node: node.id })}
        >
          {node.status === 'missing' ? 'Create it' : 'Write it out'}
        </Menu.Item>
      )}
      {node !== undefined &&
        explanationsOf(node).map((explanation) => (
          <Menu.Item
            key={explanation.title}
            onClick={() => {
              const origin = findElement(handle, target) ?? handle.root.current;
              if (origin) onExplain({ explanation, x: place.x, y: place.y, origin });
            }}
          >
            {explanation.title}
          </Menu.Item>
        ))}
      {node !== undefined && node.status !== 'missing' && (
        <Menu.Item
          onClick={() => void traceThrough(context, node, place.row ?? null)}
          rightSection={<Keys keys="R" />}
        >
          {TRACE_ROUTE.title}
        </Menu.Item>
      )}
      {target.kind === 'node' && <CommandItem command={CONNECT_TO} context={context} />}
      {node !== undefined && (
        <CommandItem
          command={FOLD_SELECTION}
          context={context}
          title={hasFolded(context, [node.id]) ? 'Expand' : 'Collapse'}
        />
      )}
      {target.kind === 'node' && isWritten && (
        <>
          <CommandItem command={RENAME} context={context} />
          <CommandItem command={MOVE_TO_NAMESPACE} context={context} />
          {isAvailable(TIDY_SELECTION, context) && (
            <CommandItem command={TIDY_SELECTION} context={context} />
          )}
          <CommandItem command={DUPLICATE} context={context} />
        </>
      )}
      {target.kind === 'edge' &&
        RECONNECT_COMMANDS.map((command) => (
          <CommandItem key={command.id} command={command} context={context} />
        ))}
      {(target.kind === 'edge' || isWritten) && (
        <>
          <Menu.Divider />
          <CommandItem
            command={DELETE_SELECTION}
            context={context}
            {...(target.kind === 'edge' ? { title: 'Disconnect' } : {})}
            danger
          />
        </>
      )}
    </>
  );
}

function NoteItems({ context }: ItemsProps): ReactElement {
  return (
    <>
      <CommandItem command={DUPLICATE} context={context} />
      <CommandItem command={COPY_SELECTION} context={context} title="Copy" />
      <CommandItem command={CUT_SELECTION} context={context} title="Cut" />
      <Menu.Divider />
      <CommandItem command={DELETE_SELECTION} context={context} danger />
    </>
  );
}

/** What can be asked about a node: why it is there, and its Secrets. */
function explanationsOf(node: TopologyNode): readonly Explanation[] {
  const why = explainNode(node);
  const secrets = nodeRows(node).flatMap((row) =>
    row.kind === 'credential' ? [explainCredential(row)] : [],
  );
  return why === null ? secrets : [why, ...secrets];
}

function PaneItems({ handle, place, context }: ItemsProps): ReactElement {
  return (
    <>
      {ADD_COMMANDS.map((command) => (
        <Menu.Item
          key={command.id}
          disabled={!isAvailable(command, context)}
          leftSection={<ColoredIcon kind={command.addKind} />}
          onClick={() => addAt(handle, place, { kind: 'add-resource', addKind: command.addKind })}
        >
          {command.title}
        </Menu.Item>
      ))}
      <Menu.Item
        disabled={!isAvailable(ADD_NOTE, context)}
        leftSection={<IconNote size={16} stroke={1.6} aria-hidden />}
        rightSection={<Keys keys="N" />}
        onClick={() => requestNote(context.view, handle.toScene(place.x, place.y))}
      >
        {ADD_NOTE.title}
      </Menu.Item>
      <Menu.Divider />
      <CommandItem command={TIDY} context={context} />
      <CommandItem command={GROUP_BY_NAMESPACE} context={context} />
      {ZOOM_COMMANDS.filter(({ id }) => id === 'zoom-fit' || id === 'zoom-actual-size').map(
        (command) => (
          <Fragment key={command.id}>
            <CommandItem command={command} context={context} />
          </Fragment>
        ),
      )}
    </>
  );
}

/** What fits at the end of the line that was let go here. */
function OfferItems({
  handle,
  place,
  offer,
}: ItemsProps & { readonly offer: LineOffer }): ReactElement {
  const name = handle.scene.current.nodeById.get(offer.node)?.node.name ?? '';
  return (
    <>
      <Menu.Label>Connect {name} to a new</Menu.Label>
      {offer.kinds.map((kind) => (
        <Menu.Item
          key={kind}
          leftSection={<ColoredIcon kind={kind} />}
          onClick={() => addAt(handle, place, offer.commandFor(kind))}
        >
          {kind}
        </Menu.Item>
      ))}
    </>
  );
}

function ColoredIcon({ kind }: { readonly kind: AddableKind }): ReactElement {
  return (
    <span style={{ color: findKindLook(kind).color, display: 'flex' }}>
      <KindIcon kind={kind} size={16} />
    </span>
  );
}

/** Adds something at the place of the menu. Where somebody puts the first thing, the view stays. */
function addAt(handle: CanvasHandle, { x, y }: MenuPlace, command: EditCommand): void {
  if (handle.view.getState().viewport === null) rememberViewport(handle.view, handle.viewport());
  runEdit(handle, command, roundPoint(handle.toScene(x, y)));
}

interface CommandItemProps {
  readonly command: Command;
  readonly context: CommandContext;
  /** Instead of the command's own. */
  readonly title?: string;
  /** Instead of the command's own. */
  readonly keys?: string;
  readonly danger?: boolean;
}

function CommandItem(props: CommandItemProps): ReactElement {
  const { command, context, title, danger = false } = props;
  const keys = props.keys ?? command.shortcuts[0]?.keys;
  return (
    <Menu.Item
      disabled={!isAvailable(command, context)}
      onClick={() => command.run(context)}
      rightSection={keys === undefined ? null : <Keys keys={keys} />}
      {...(danger ? { color: 'var(--error)' } : {})}
    >
      {title ?? command.title}
    </Menu.Item>
  );
}

function Keys({ keys }: { readonly keys: string }): ReactElement {
  return <Kbd size="xs">{showKeys(keys)}</Kbd>;
}

function roundPoint({ x, y }: { readonly x: number; readonly y: number }) {
  return { x: Math.round(x), y: Math.round(y) };
}
