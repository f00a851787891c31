import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { focusAround } from './focus-around.ts';

interface RemoveButtonProps {
  /** What goes, with its place. */
  readonly what: string;
  readonly onRemove: () => void;
}

/** Takes a field, an item or an entry away. */
export function RemoveButton({ what, onRemove }: RemoveButtonProps): ReactElement {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={24}
      aria-label={`Remove ${what}`}
      title="Remove"
      onClick={(event) => focusAround(event.currentTarget, onRemove)}
    >
      <IconX size={14} aria-hidden />
    </ActionIcon>
  );
}
