import { Button } from '@mantine/core';
import { describeRouteOf, findTopologyNode, type TopologyEdge } from '@portolan/model';
import type { ReactElement } from 'react';
import { type Command, isAvailable } from '../commands/command.ts';
import { useCommandContext } from '../commands/command-context.ts';
import { DELETE_SELECTION } from '../commands/edit-commands.ts';
import { RECONNECT_COMMANDS } from '../commands/reconnect-commands.ts';
import { SHOW_TEXT } from '../commands/show-text.ts';
import { useSessionState } from '../session/session-context.ts';
import { selectSnapshot } from '../session/session-selectors.ts';
import { KindChip } from '../ui/KindChip.tsx';
import styles from './InspectorPane.module.css';

/** The selected line: what it joins and means, why it is broken, and what can be done with it. */
export function LineDetails({ edge }: { readonly edge: TopologyEdge }): ReactElement {
  const { label, broken, source, target } = edge;
  const route = describeRouteOf(edge, findTopologyNode(useSessionState(selectSnapshot), source));
  return (
    <div className={styles.fields}>
      <dl className={styles.ends}>
        <End word="From" node={source} />
        <End word="To" node={target} />
      </dl>
      {route !== null && <p className={styles.words}>{route}.</p>}
      <p className={styles.words}>{label}</p>
      {broken !== null && <p className={styles.stale}>{broken}</p>}
      <div className={styles.ways}>
        {[SHOW_TEXT, ...RECONNECT_COMMANDS].map((command) => (
          <Way key={command.id} command={command} title={command.title} />
        ))}
        <Way command={DELETE_SELECTION} title="Disconnect" />
      </div>
    </div>
  );
}

function End({ word, node }: { readonly word: string; readonly node: string }): ReactElement {
  const found = findTopologyNode(useSessionState(selectSnapshot), node);
  return (
    <div className={styles.end}>
      <dt>{word}</dt>
      <dd className={styles.head}>
        {found !== undefined && <KindChip kind={found.kind} />}
        <span className={styles.name}>{found?.name ?? node}</span>
      </dd>
    </div>
  );
}

function Way({
  command,
  title,
}: {
  readonly command: Command;
  readonly title: string;
}): ReactElement {
  const context = useCommandContext();
  return (
    <Button
      size="compact-xs"
      variant="default"
      disabled={!isAvailable(command, context)}
      onClick={() => command.run(context)}
    >
      {title}
    </Button>
  );
}
