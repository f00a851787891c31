import { TextInput } from '@mantine/core';
import { checkKey } from '@portolan/model';
import { type KeyboardEvent, type ReactElement, useState } from 'react';
import { useInspected } from '../field-context.ts';
import { FieldName } from './FieldName.tsx';
import { FoldedField } from './FoldedField.tsx';
import { type FieldSpot, hearsOf, isMapping, isSingle, itemOf, summarize } from './field-spot.ts';
import styles from './more.module.css';
import { useSpot } from './more-context.ts';
import { ScalarControl } from './ScalarControl.tsx';

/** The entries of a map, each with its key, and a place for one more: it is written with its first value. */
export function MapEntries({ spot }: { readonly spot: FieldSpot }): ReactElement {
  const { canWrite } = useInspected();
  const { value } = useSpot(spot);
  const [newKey, setNewKey] = useState<string | null>(null);
  const keys = isMapping(value) ? Object.keys(value) : [];
  const isPending = newKey !== null && !keys.includes(newKey);
  return (
    <div className={styles.rows}>
      {[...keys, ...(isPending ? [newKey] : [])].map((key) => (
        <Entry key={key} map={spot} name={key} taken={keys} isNew={key === newKey} />
      ))}
      {canWrite && !isPending && (
        <KeyInput
          key={keys.length}
          map={spot}
          written=""
          taken={keys}
          hears={`New key of ${hearsOf(spot.path)}`}
          onKey={setNewKey}
        />
      )}
    </div>
  );
}

interface EntryProps {
  readonly map: FieldSpot;
  readonly name: string;
  readonly taken: readonly string[];
  readonly isNew: boolean;
}

function Entry({ map, name, taken, isNew }: EntryProps): ReactElement | null {
  const { resource, write } = useInspected();
  const spot = itemOf(map, name);
  const { value } = useSpot({ field: map.field, path: [...map.path, name] });
  if (spot === null) return null;
  const hears = hearsOf(spot.path);
  const { path } = spot;
  const key = (
    <KeyInput
      map={map}
      written={name}
      taken={taken}
      hears={`Key of ${hears}`}
      onKey={(next) => write({ kind: 'rename-key', resource: resource.id, path, key: next })}
    />
  );
  if (isSingle(spot.field)) {
    return (
      <div className={styles.entry}>
        {key}
        <ScalarControl spot={spot} hears={hears} isFocused={isNew} />
      </div>
    );
  }
  const title = (
    <FieldName
      field={spot.field}
      name={name}
      isSet={value !== undefined}
      place={hearsOf(map.path)}
    />
  );
  return (
    <FoldedField spot={spot} title={title} about={summarize(value)} isNew={isNew}>
      {value !== undefined && key}
    </FoldedField>
  );
}

interface KeyInputProps {
  readonly map: FieldSpot;
  readonly written: string;
  readonly taken: readonly string[];
  readonly hears: string;
  readonly onKey: (key: string) => void;
}

/** The key of an entry: checked while it is typed, and taken when Enter is pressed or it is left. */
function KeyInput({ map, written, taken, hears, onKey }: KeyInputProps): ReactElement {
  const { canWrite } = useInspected();
  const [draft, setDraft] = useState(written);
  const key = draft.trim();
  const reason = key === written || key === '' ? null : whyNotKey(map, key, taken);
  const commit = (): void => {
    if (key === '') setDraft(written);
    else if (key !== written && reason === null) onKey(key);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') {
      event.preventDefault();
      commit();
    }
    if (event.key === 'Escape' && draft !== written) {
      event.stopPropagation();
      setDraft(written);
    }
  };
  return (
    <TextInput
      size="xs"
      aria-label={hears}
      placeholder={written === '' ? 'add a key' : undefined}
      value={draft}
      data-written={draft === written || undefined}
      error={reason}
      disabled={!canWrite}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={onKeyDown}
      autoComplete="off"
      spellCheck={false}
    />
  );
}

function whyNotKey({ field }: FieldSpot, key: string, taken: readonly string[]): string | null {
  if (taken.includes(key)) return `"${key}" is there already.`;
  return checkKey(field, key)?.reason ?? null;
}
