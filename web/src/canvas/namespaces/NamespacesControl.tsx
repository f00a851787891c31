import { Button, Checkbox, Popover, Switch } from '@mantine/core';
import { IconStack2 } from '@tabler/icons-react';
import { type ReactElement, useMemo } from 'react';
import { isAvailable } from '../../commands/command.ts';
import { useCommandContext } from '../../commands/command-context.ts';
import {
  CHOOSE_NAMESPACES,
  countNamespaces,
  GROUP_BY_NAMESPACE,
  hideNamespaces,
  SHOW_ALL_NAMESPACES,
  showOnlyNamespaces,
} from '../../commands/namespace-commands.ts';
import { showKeys } from '../../commands/shortcuts.ts';
import { useIsEnabled } from '../../commands/use-is-enabled.ts';
import type { SessionState } from '../../session/session.ts';
import { useSessionState } from '../../session/session-context.ts';
import { useViewState } from '../../view-state/view-context.ts';
import type { ViewState } from '../../view-state/view-state.ts';
import styles from './NamespacesControl.module.css';

const selectNodes = ({ snapshot }: SessionState) => snapshot.topology.nodes;
const selectArrangement = ({ arrangement }: SessionState) => arrangement;
const selectOpen = ({ isChoosingNamespaces }: ViewState) => isChoosingNamespaces;

/** Which namespaces are shown, and whether frames are round them. */
export function NamespacesControl(): ReactElement | null {
  const context = useCommandContext();
  const nodes = useSessionState(selectNodes);
  const { hiddenNamespaces } = useSessionState(selectArrangement);
  const isOpen = useViewState(selectOpen);
  const counts = useMemo(() => countNamespaces(nodes), [nodes]);
  if (counts.length === 0) return null;
  const hidden = new Set(hiddenNamespaces);
  const shown = counts.filter(({ namespace }) => !hidden.has(namespace)).length;
  const isFiltered = shown < counts.length;
  const setOpen = (isChoosingNamespaces: boolean): void => {
    context.view.setState({ isChoosingNamespaces });
  };
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="top-start"
      withinPortal={false}
      trapFocus
      returnFocus
      width={280}
      shadow="md"
    >
      <Popover.Target>
        <button
          type="button"
          className={`${styles.button} ${isFiltered ? styles.filtered : ''}`}
          title={`${CHOOSE_NAMESPACES.title} (${showKeys('Shift+G')})`}
          onClick={() => setOpen(!isOpen)}
        >
          <IconStack2 size={16} stroke={1.6} aria-hidden />
          {isFiltered ? `${shown} of ${counts.length} namespaces` : 'Namespaces'}
        </button>
      </Popover.Target>
      <Popover.Dropdown className={`${styles.dropdown} nowheel nopan`} aria-label="Namespaces">
        <GroupSwitch />
        <ul className={styles.list} aria-label="Namespaces to show">
          {counts.map((one) => (
            <NamespaceItem key={one.namespace} {...one} all={counts} hidden={hidden} />
          ))}
        </ul>
        <Button
          size="compact-xs"
          variant="default"
          disabled={!isFiltered}
          onClick={() => SHOW_ALL_NAMESPACES.run(context)}
        >
          Show all
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}

function GroupSwitch(): ReactElement {
  const context = useCommandContext();
  const { isGrouped } = useSessionState(selectArrangement);
  const isEnabled = useIsEnabled(GROUP_BY_NAMESPACE);
  return (
    <Switch
      size="sm"
      label="Frames around namespaces"
      title={showKeys('G')}
      checked={isGrouped}
      disabled={!isEnabled}
      onChange={() => {
        if (isAvailable(GROUP_BY_NAMESPACE, context)) GROUP_BY_NAMESPACE.run(context);
      }}
    />
  );
}

interface NamespaceItemProps {
  readonly namespace: string;
  readonly count: number;
  readonly all: readonly { readonly namespace: string }[];
  readonly hidden: ReadonlySet<string>;
}

function NamespaceItem({ namespace, count, all, hidden }: NamespaceItemProps): ReactElement {
  const context = useCommandContext();
  const names = all.map((one) => one.namespace);
  const show = (isShown: boolean): void => {
    const others = names.filter((name) => hidden.has(name) && name !== namespace);
    hideNamespaces(context, isShown ? others : [...others, namespace]);
  };
  return (
    <li className={styles.item}>
      <Checkbox
        size="xs"
        className={styles.check ?? ''}
        label={<span className={styles.name}>{namespace}</span>}
        aria-label={`${namespace}, ${count} ${count === 1 ? 'node' : 'nodes'}`}
        checked={!hidden.has(namespace)}
        onChange={(event) => show(event.currentTarget.checked)}
      />
      <span className={styles.count} aria-hidden="true">
        {count}
      </span>
      <button
        type="button"
        className={styles.only}
        aria-label={`Show only ${namespace}`}
        onClick={() => showOnlyNamespaces(context, new Set([namespace]))}
      >
        Only
      </button>
    </li>
  );
}
