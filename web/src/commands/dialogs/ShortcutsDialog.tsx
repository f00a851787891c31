import { Kbd } from '@mantine/core';
import type { ReactElement } from 'react';
import { DialogBox } from '../../ui/DialogBox.tsx';
import { ALL_COMMANDS } from '../all-commands.ts';
import { CANVAS_KEYS, EDITOR_KEYS } from '../canvas-keys.ts';
import type { ShortcutScope } from '../command.ts';
import { showKeys } from '../shortcuts.ts';
import styles from './ShortcutsDialog.module.css';

/** All keys, where they count. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  return (
    <DialogBox onClose={onClose} title="Keyboard shortcuts" size="lg">
      <div className={styles.columns}>
        <KeyList
          title="Everywhere"
          lines={linesOf(['everywhere', 'written-fields-too', 'text-fields-too'])}
        />
        <KeyList
          title="In the YAML"
          lines={EDITOR_KEYS.map(({ keys, title }) => ({ title, keys: [keys] }))}
        />
        <KeyList title="On the canvas" lines={linesOf(['canvas'])} />
        <KeyList
          title="Walking the map"
          lines={CANVAS_KEYS.map(({ keys, title }) => ({ title, keys: [keys] }))}
        />
      </div>
    </DialogBox>
  );
}

interface KeyLine {
  readonly title: string;
  readonly keys: readonly string[];
}

function linesOf(scopes: readonly ShortcutScope[]): readonly KeyLine[] {
  return ALL_COMMANDS.flatMap(({ title, shortcuts }) => {
    const keys = shortcuts.filter(({ scope }) => scopes.includes(scope)).map((one) => one.keys);
    return keys.length === 0 ? [] : [{ title, keys }];
  });
}

function KeyList({
  title,
  lines,
}: {
  readonly title: string;
  readonly lines: readonly KeyLine[];
}): ReactElement {
  return (
    <section className={styles.section}>
      <h3 className={styles.title}>{title}</h3>
      <dl className={styles.list}>
        {lines.map((line) => (
          <div key={line.title} className={styles.line}>
            <dt>{line.title}</dt>
            <dd className={styles.keys}>
              {line.keys.map((keys) => (
                <Kbd key={keys} size="xs">
                  {showKeys(keys)}
                </Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
