import { Textarea, TextInput } from '@mantine/core';
import { checkValue } from '@portolan/model';
import { type KeyboardEvent, type ReactElement, useEffect, useState } from 'react';
import { useInspected } from '../field-context.ts';
import { BESIDE_NAME } from './control-classes.ts';
import { isRemovable } from './curated-fields.ts';
import { useSpot } from './more-context.ts';
import { ProblemText } from './ProblemText.tsx';
import { RemoveButton } from './RemoveButton.tsx';
import { readTyped } from './read-typed.ts';
import type { ScalarControlProps } from './ScalarControl.tsx';
import { useRegexCheck } from './use-regex-check.ts';

/**
 * A text or number, checked while it is typed; written when Enter is pressed or it is left, as one
 * step. What cannot be written stays with the reason until it is put right, or Escape is pressed.
 */
export function TextControl(props: ScalarControlProps): ReactElement {
  const { spot, hears, label, description, isFocused = false } = props;
  const { field } = spot;
  const { canWrite } = useInspected();
  const { value, set, remove } = useSpot(spot);
  const checkRegex = useRegexCheck(field);
  const written = asText(value);
  const [draft, setDraft] = useState(written);
  useEffect(() => setDraft(written), [written]);
  const isChanged = draft !== written;
  const problem = checkValue(field, isChanged ? readTyped(field, draft) : value, checkRegex);
  const isGone = isChanged && draft.trim() === '';

  const commit = (): void => {
    if (!isChanged) return;
    if (isGone) {
      if (field.required || !remove()) setDraft(written);
    } else if (problem === null) set(readTyped(field, draft));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && !written.includes('\n')) commit();
    if (event.key === 'Escape' && isChanged) {
      event.stopPropagation();
      setDraft(written);
    }
  };
  const mayGo = value !== undefined && isRemovable(spot) && canWrite;
  const shared = {
    size: 'xs',
    classNames: BESIDE_NAME,
    'aria-label': hears,
    label,
    description,
    placeholder: value === '' ? 'empty text' : (field.defaultValue ?? 'not set'),
    value: draft,
    'data-written': !isChanged || undefined,
    error:
      isGone || problem === null ? null : (
        <ProblemText problem={problem} onUse={canWrite ? set : null} />
      ),
    disabled: !canWrite,
    autoFocus: isFocused,
    onBlur: commit,
    onKeyDown,
    autoComplete: 'off',
    spellCheck: false,
    rightSection: mayGo ? <RemoveButton what={hears} onRemove={remove} /> : null,
  } as const;
  const onText = (event: { readonly currentTarget: { readonly value: string } }): void =>
    setDraft(event.currentTarget.value);
  return written.includes('\n') ? (
    <Textarea {...shared} rows={Math.min(8, written.split('\n').length)} onChange={onText} />
  ) : (
    <TextInput {...shared} onChange={onText} />
  );
}

function asText(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
