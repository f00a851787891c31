import { Textarea } from '@mantine/core';
import type { FieldValue } from '@portolan/model';
import { type ReactElement, useEffect, useState } from 'react';
import { useInspected } from '../field-context.ts';
import { type FieldSpot, hearsOf } from './field-spot.ts';
import { useSpot } from './more-context.ts';

/** A field that may hold anything, as JSON. */
export function AnyControl({ spot }: { readonly spot: FieldSpot }): ReactElement {
  const { canWrite } = useInspected();
  const { value, set, remove } = useSpot(spot);
  const written = value === undefined ? '' : JSON.stringify(value, null, 2);
  const [draft, setDraft] = useState(written);
  useEffect(() => setDraft(written), [written]);
  const read = readJson(draft);
  const commit = (): void => {
    if (draft === written) return;
    if (draft.trim() === '') remove();
    else if (read !== undefined) set(read);
  };
  return (
    <Textarea
      size="xs"
      aria-label={`${hearsOf(spot.path)} as JSON`}
      placeholder='JSON, such as "text", 5 or { "name": "value" }'
      rows={Math.min(12, Math.max(2, draft.split('\n').length))}
      value={draft}
      data-written={draft === written || undefined}
      error={
        draft.trim() !== '' && read === undefined
          ? 'This is no JSON: texts and names stand in double quotes there.'
          : null
      }
      disabled={!canWrite}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={commit}
      spellCheck={false}
    />
  );
}

function readJson(text: string): FieldValue | undefined {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
