import { Button, Popover } from '@mantine/core';
import type { CredentialRow } from '@portolan/model';
import { IconCopy } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import styles from './CredentialPopover.module.css';
import { useCanvasActions } from './canvas-actions.ts';

/** A Secret that was asked about, and where on screen. */
export interface AskedCredential {
  readonly row: CredentialRow;
  readonly x: number;
  readonly y: number;
}

interface CredentialPopoverProps {
  readonly asked: AskedCredential;
  readonly onClose: () => void;
}

/** Where a Secret has to be, and the line that makes it. */
export function CredentialPopover({ asked, onClose }: CredentialPopoverProps): ReactElement {
  const actions = useCanvasActions();
  const { row, x, y } = asked;
  const { command } = row.credential;
  return (
    <Popover
      opened
      onChange={onClose}
      position="bottom-start"
      shadow="md"
      width={380}
      trapFocus
      returnFocus
      withinPortal
    >
      <Popover.Target>
        <span
          style={{ position: 'fixed', left: x, top: y, width: 1, height: 1 }}
          aria-hidden="true"
        />
      </Popover.Target>
      <Popover.Dropdown aria-label={`Secret ${row.credential.name}`}>
        <p className={styles.text}>{row.credential.explanation}</p>
        {command !== undefined && (
          <>
            <code className={styles.command}>{command}</code>
            <Button
              size="xs"
              variant="light"
              leftSection={<IconCopy size={14} />}
              onClick={() => actions.copy(command)}
            >
              Copy this line
            </Button>
          </>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
