import { TextInput } from '@mantine/core';
import { type ReactElement, useEffect, useEffectEvent, useState } from 'react';

interface DraftInputProps {
  readonly label: string;
  readonly id?: string;
  readonly placeholder?: string;
  readonly description?: string | undefined;
  readonly value: string;
  readonly className?: string | undefined;
  readonly size?: 'xs' | 'sm';
  /** Why the text cannot be the value; null where it can. */
  readonly whyNot: (text: string) => string | null;
  readonly onCommit: (value: string) => void;
}

/** A text that counts when it is finished: with Enter, by going on, or by closing; checked while it is typed. */
export function DraftInput(props: DraftInputProps): ReactElement {
  const { label, placeholder, description, value, className, whyNot, onCommit } = props;
  const [draft, setDraft] = useState<string | null>(null);
  const text = draft ?? value;
  const why = draft === null ? null : whyNot(draft.trim());
  const commit = (): void => {
    if (draft === null || why !== null) return;
    setDraft(null);
    if (draft.trim() !== value) onCommit(draft.trim());
  };
  const commitAtEnd = useEffectEvent(commit);
  useEffect(() => () => commitAtEnd(), []);
  return (
    <TextInput
      size={props.size ?? 'sm'}
      id={props.id}
      label={label}
      placeholder={placeholder}
      description={description}
      className={className ?? ''}
      value={text}
      error={why}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
      }}
      autoComplete="off"
      spellCheck={false}
    />
  );
}
