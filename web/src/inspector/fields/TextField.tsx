import { TextInput } from '@mantine/core';
import type { FieldPath } from '@portolan/model';
import { type KeyboardEvent, type ReactElement, useEffect, useState } from 'react';
import { useField } from '../field-context.ts';
import { SharedNote } from './SharedNote.tsx';

interface TextFieldProps {
  readonly path: FieldPath;
  /** Empty where the field stands in a table whose first line names it. */
  readonly label: string;
  /** The whole name, for those who hear it; the label where it is left out. */
  readonly hears?: string;
  readonly description?: string;
  readonly placeholder?: string;
  /** The mapping that means nothing without this field, such as `port` of `port.number`: it is removed with it. */
  readonly container?: FieldPath;
  /** Why a text cannot be written; null where it can. */
  readonly check?: (text: string) => string | null;
  /** Whether a text of digits is written as a number, as ports are. */
  readonly numeric?: boolean;
  /** An empty field is removed; a required one stays as it was. */
  readonly required?: boolean;
}

/** A text or a number: written when Enter is pressed or the field is left, as one step. */
export function TextField(props: TextFieldProps): ReactElement {
  const { path, label, hears, description, placeholder, container, check } = props;
  const { numeric = false, required = false } = props;
  const { value, set } = useField(path);
  const { remove } = useField(container ?? path);
  const written = value === undefined || value === null ? '' : String(value);
  const [draft, setDraft] = useState(written);
  useEffect(() => setDraft(written), [written]);
  const text = draft.trim();
  const reason = text === written || text === '' ? null : (check?.(text) ?? null);

  const write = (): boolean => {
    if (text === '') return remove();
    return set(numeric && /^\d+$/.test(text) ? Number(text) : text);
  };
  const commit = (): void => {
    const isUsable = text !== written && reason === null && !(text === '' && required);
    if (!isUsable || !write()) setDraft(written);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') commit();
    if (event.key === 'Escape' && draft !== written) {
      event.stopPropagation();
      setDraft(written);
    }
  };
  return (
    <>
      <TextInput
        size="xs"
        label={label === '' ? undefined : label}
        aria-label={hears ?? label}
        description={description}
        placeholder={placeholder}
        value={draft}
        data-written={draft === written || undefined}
        error={reason}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={commit}
        onKeyDown={onKeyDown}
        autoComplete="off"
        spellCheck={false}
      />
      <SharedNote path={path} name={hears ?? label} />
    </>
  );
}
