import { TagsInput } from '@mantine/core';
import type { FieldPath } from '@portolan/model';
import { type ReactElement, useState } from 'react';
import { useField, useInspected } from '../field-context.ts';
import { SharedNote } from './SharedNote.tsx';

interface ListFieldProps {
  readonly path: FieldPath;
  readonly label: string;
  readonly description?: string;
  readonly placeholder?: string;
  /** Offered while typing. */
  readonly known?: readonly string[];
  /** Why a text cannot be an item; null where it can. */
  readonly check?: (text: string) => string | null;
}

/** A list of texts as chips; each one that comes or goes is one step. */
export function ListField({
  path,
  label,
  description,
  placeholder,
  known = [],
  check,
}: ListFieldProps): ReactElement {
  const { value, set, remove } = useField(path);
  const { resource, write } = useInspected();
  const [reason, setReason] = useState<string | null>(null);
  const [typed, setTyped] = useState('');
  const items = Array.isArray(value) ? value.map(String) : [];
  const change = (next: readonly string[]): void => {
    const added = next.find((item) => !items.includes(item));
    const refusal = added === undefined ? null : (check?.(added) ?? null);
    setReason(refusal);
    if (refusal !== null) return;
    if (next.length === 0) remove();
    else if (items.length === 0) set([...next]);
    else writeDifference(next, added);
  };
  const writeDifference = (next: readonly string[], added: string | undefined): void => {
    const index = items.findIndex((item, place) => next[place] !== item);
    if (added !== undefined) {
      write({ kind: 'insert', resource: resource.id, path, index: items.length, value: added });
    } else if (next.length < items.length) {
      write({ kind: 'remove', resource: resource.id, path: [...path, index] });
    }
  };
  return (
    <>
      <TagsInput
        size="xs"
        label={label}
        description={description}
        placeholder={items.length === 0 ? placeholder : undefined}
        data={known.filter((item) => !items.includes(item))}
        value={items}
        error={reason}
        onChange={change}
        searchValue={typed}
        onSearchChange={(text) => {
          setTyped(text);
          setReason(null);
        }}
        data-written={typed === '' || undefined}
        acceptValueOnBlur
        autoComplete="off"
        spellCheck={false}
      />
      <SharedNote path={path} name={label} />
    </>
  );
}
