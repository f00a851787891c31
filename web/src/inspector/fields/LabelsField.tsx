import { TagsInput } from '@mantine/core';
import type { FieldPath, FieldValue } from '@portolan/model';
import { type ReactElement, useState } from 'react';
import { useField, useInspected } from '../field-context.ts';
import { SharedNote } from './SharedNote.tsx';

interface LabelsFieldProps {
  readonly path: FieldPath;
  readonly label: string;
  readonly description?: string;
}

/** A mapping of texts as chips, `key=value`; each one that comes, goes or changes is one step. */
export function LabelsField({ path, label, description }: LabelsFieldProps): ReactElement {
  const { value, set, remove } = useField(path);
  const { resource, write } = useInspected();
  const [reason, setReason] = useState<string | null>(null);
  const [typed, setTyped] = useState('');
  const pairs = pairsOf(value);
  const change = (next: readonly string[]): void => {
    const added = next.find((pair) => !pairs.includes(pair));
    const [key = '', ...rest] = added?.split('=') ?? [];
    const refusal = added === undefined ? null : whyNotLabel(added);
    setReason(refusal);
    if (refusal !== null) return;
    if (added !== undefined) {
      const isEmpty = pairs.length === 0;
      const text: FieldValue = rest.join('=');
      if (isEmpty) set({ [key]: text });
      else write({ kind: 'set', resource: resource.id, path: [...path, key], value: text });
    } else if (next.length === 0) remove();
    else {
      const gone = pairs.find((pair) => !next.includes(pair))?.split('=')[0] ?? '';
      write({ kind: 'remove', resource: resource.id, path: [...path, gone] });
    }
  };
  return (
    <>
      <TagsInput
        size="xs"
        label={label}
        description={description}
        placeholder={pairs.length === 0 ? 'key=value' : undefined}
        value={[...pairs]}
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

function pairsOf(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value).map(([key, text]) => `${key}=${String(text)}`);
}

const NAME = '[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?';
const LABEL = new RegExp(`^(?:[a-z0-9](?:[-a-z0-9.]{0,251}[a-z0-9])?/)?${NAME}=(?:${NAME})?$`);

/** Kubernetes' rules for labels. */
function whyNotLabel(pair: string): string | null {
  return LABEL.test(pair)
    ? null
    : `"${pair}" is no label. Write key=value, each of at most 63 letters, digits, "-", "_" and ".", beginning and ending with a letter or digit.`;
}
