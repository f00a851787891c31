import { Combobox, type ComboboxStore, TextInput, useCombobox } from '@mantine/core';
import { findEdge } from '@portolan/model';
import { type ReactElement, useEffect, useMemo, useState } from 'react';
import { DialogBox } from '../../ui/DialogBox.tsx';
import { KindIcon } from '../../ui/KindIcon.tsx';
import { KIND_LOOKS } from '../../ui/kind-look.ts';
import { useCommandContext } from '../command-context.ts';
import { type ConnectionEnd, listConnectionEnds } from '../connection-ends.ts';
import { reconnect } from '../reconnect.ts';
import styles from './ReconnectDialog.module.css';

interface ReconnectDialogProps {
  readonly edge: string;
  readonly end: 'source' | 'target';
  readonly onClose: () => void;
}

/** Rendered at once; typing narrows a longer list. */
const SHOWN_ENDS = 100;

/** Asks where an end of an edge is to lead, among the places that it can. */
export function ReconnectDialog({ edge: id, end, onClose }: ReconnectDialogProps): ReactElement {
  const context = useCommandContext();
  const { snapshot } = context.session.store.getState();
  const edge = findEdge(snapshot, id);
  const [search, setSearch] = useState('');
  const ends = useMemo(() => listConnectionEnds(snapshot, id, end), [snapshot, id, end]);
  const found = ends.filter((one) => matches(one, search));
  const combobox = useCombobox({ opened: true });
  const onOptionSubmit = (index: string): void => {
    const chosen = ends[Number(index)];
    onClose();
    if (chosen !== undefined) reconnect(context, chosen.command);
  };
  return (
    <DialogBox
      onClose={onClose}
      title={`Move the ${end === 'source' ? 'start' : 'end'} of this line`}
    >
      <Combobox store={combobox} onOptionSubmit={onOptionSubmit}>
        <Combobox.EventsTarget>
          <TextInput
            data-autofocus
            label="Where to"
            description={edge?.label}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
            onKeyDown={(event) => {
              // The list would take it to close itself, and it is always open.
              if (event.key === 'Escape') onClose();
            }}
            autoComplete="off"
            spellCheck={false}
          />
        </Combobox.EventsTarget>
        <Combobox.Options className={styles.options} aria-label="Where to">
          {found.slice(0, SHOWN_ENDS).map((one) => (
            <Combobox.Option key={keyOf(one)} value={String(ends.indexOf(one))}>
              <EndLabel end={one} />
            </Combobox.Option>
          ))}
          {found.length > SHOWN_ENDS && (
            <Combobox.Empty>and {found.length - SHOWN_ENDS} more: type to find them</Combobox.Empty>
          )}
          {found.length === 0 && (
            <Combobox.Empty>
              {ends.length === 0
                ? 'There is nothing else that this end could lead to.'
                : 'Nothing has that in its name.'}
            </Combobox.Empty>
          )}
        </Combobox.Options>
        <FirstOption key={search} store={combobox} />
      </Combobox>
    </DialogBox>
  );
}

/** Chooses the first option when it is rendered, which has to be behind the options. */
function FirstOption({ store: { selectFirstOption } }: { readonly store: ComboboxStore }): null {
  useEffect(() => {
    selectFirstOption();
  }, [selectFirstOption]);
  return null;
}

function EndLabel({ end }: { readonly end: ConnectionEnd }): ReactElement {
  return (
    <span className={styles.end}>
      <span className={styles.icon} style={{ color: KIND_LOOKS[end.kind].color }}>
        <KindIcon kind={end.kind} size={16} />
      </span>
      <span className={styles.label}>{end.label}</span>
      <span className={styles.detail}>{end.detail}</span>
    </span>
  );
}

function matches({ label, detail }: ConnectionEnd, search: string): boolean {
  return `${label} ${detail}`.toLowerCase().includes(search.trim().toLowerCase());
}

function keyOf({ command: { node, route, port } }: ConnectionEnd): string {
  return `${node} ${route?.protocol} ${route?.index} ${port}`;
}
