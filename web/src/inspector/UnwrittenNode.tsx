import { Button } from '@mantine/core';
import { kindLabel, type TopologyNode } from '@portolan/model';
import type { ReactElement } from 'react';
import { useCommandContext } from '../commands/command-context.ts';
import { runEdit } from '../commands/run-edit.ts';
import { copyText } from '../ui/copy-text.ts';
import { KindChip } from '../ui/KindChip.tsx';
import { notify } from '../view-state/notice.ts';
import styles from './InspectorPane.module.css';

/** A node that the YAML does not hold: why it is there all the same, and the way to have it. */
export function UnwrittenNode({ node }: { readonly node: TopologyNode }): ReactElement {
  const context = useCommandContext();
  const { kind, name, namespace, status, explanation, command } = node;
  const copy = async (line: string): Promise<void> => {
    if (await copyText(line)) notify(context.view, 'success', 'Copied.');
  };
  return (
    <div className={styles.fields}>
      <header className={styles.head}>
        <KindChip kind={kind} />
        <h2 className={styles.name}>{name}</h2>
        <span className={styles.namespace}>{namespace}</span>
      </header>
      <p className={styles.words}>
        <strong>{kindLabel(node)}.</strong> {explanation}
      </p>
      {command !== undefined && <code className={styles.command}>{command}</code>}
      <div className={styles.ways}>
        <Button
          size="compact-xs"
          variant="default"
          disabled={context.session.readOnlyReason !== null}
          onClick={() => runEdit(context, { kind: 'write-node', node: node.id })}
        >
          {status === 'missing' ? 'Create it' : 'Write it out'}
        </Button>
        {command !== undefined && (
          <Button size="compact-xs" variant="default" onClick={() => void copy(command)}>
            Copy this line
          </Button>
        )}
      </div>
    </div>
  );
}
