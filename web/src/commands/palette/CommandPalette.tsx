import { Combobox, Kbd, Modal, TextInput, useCombobox, VisuallyHidden } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type ReactElement, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { KindIcon } from '../../ui/KindIcon.tsx';
import { findKindLook } from '../../ui/kind-look.ts';
import { useCommandContext } from '../command-context.ts';
import { showKeys } from '../shortcuts.ts';
import styles from './CommandPalette.module.css';
import type { PaletteEntry } from './palette-entry.ts';
import type { PaletteMode } from './palette-mode.ts';
import { paletteSections } from './palette-sections.ts';

interface CommandPaletteProps {
  readonly mode: PaletteMode;
  readonly onClose: () => void;
}

const PROMPTS: Readonly<Record<PaletteMode, string>> = {
  all: 'Search for commands, sketches, names, hosts and paths',
  find: 'Find on the map: a name, host, path, port or kind',
  add: 'Add: choose a kind',
  connect: 'Connect to: choose a node',
};

/** A list that a few keys narrow down, and Enter chooses from. */
export function CommandPalette({ mode, onClose }: CommandPaletteProps): ReactElement {
  return (
    <Modal.Root opened onClose={onClose} size={580} yOffset="12vh">
      <Modal.Overlay backgroundOpacity={0.35} />
      <Modal.Content aria-label={PROMPTS[mode]}>
        <PaletteList mode={mode} onClose={onClose} />
      </Modal.Content>
    </Modal.Root>
  );
}

function PaletteList({ mode, onClose }: CommandPaletteProps): ReactElement {
  const context = useCommandContext();
  const [query, setQuery] = useState('');
  const combobox = useCombobox({ opened: true, onDropdownClose: onClose });
  const sections = useMemo(
    () => paletteSections(context, mode, query.trim()),
    [context, mode, query],
  );
  const search = useRef<HTMLInputElement>(null);
  // At once, and not after the dialog's own animation: the next key is meant for it already.
  useLayoutEffect(() => search.current?.focus(), []);
  const { selectFirstOption } = combobox;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first line is another one for each query
  useEffect(() => {
    selectFirstOption();
  }, [query]);

  const choose = (id: string): void => {
    const entry = sections.flatMap(({ entries }) => entries).find((one) => one.id === id);
    if (entry === undefined || entry.refusal !== null) return;
    onClose();
    // The dialog gives the focus back first, so that what the command focuses keeps it.
    setTimeout(entry.run, 0);
  };

  return (
    <Combobox store={combobox} onOptionSubmit={choose}>
      <Combobox.EventsTarget withExpandedAttribute>
        <TextInput
          ref={search}
          data-autofocus
          variant="unstyled"
          className={styles.search ?? ''}
          aria-label={PROMPTS[mode]}
          placeholder={PROMPTS[mode]}
          leftSection={<IconSearch size={18} aria-hidden />}
          value={query}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
      </Combobox.EventsTarget>
      <Combobox.Options aria-label={PROMPTS[mode]} className={styles.list ?? ''}>
        {sections.map(({ title, entries }) => (
          <Combobox.Group key={title} label={title}>
            {entries.map((entry) => (
              <EntryLine key={entry.id} entry={entry} />
            ))}
          </Combobox.Group>
        ))}
        {sections.length === 0 && (
          <Combobox.Empty>
            {query === '' ? 'Nothing here yet.' : `Nothing matches “${query.trim()}”.`}
          </Combobox.Empty>
        )}
      </Combobox.Options>
    </Combobox>
  );
}

function EntryLine({ entry }: { readonly entry: PaletteEntry }): ReactElement {
  const { id, title, detail, kind, keys, refusal } = entry;
  return (
    <Combobox.Option value={id} disabled={refusal !== null} className={styles.entry ?? ''}>
      {kind !== null && (
        <span className={styles.icon} style={{ color: findKindLook(kind).color }}>
          <KindIcon kind={kind} />
        </span>
      )}
      <span className={styles.title}>{title}</span>
      {(refusal ?? detail) !== '' && <VisuallyHidden>, </VisuallyHidden>}
      <span className={refusal === null ? styles.detail : styles.refusal}>{refusal ?? detail}</span>
      {keys !== null && <Kbd size="xs">{showKeys(keys)}</Kbd>}
    </Combobox.Option>
  );
}
