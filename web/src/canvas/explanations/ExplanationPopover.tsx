import { Button, Popover } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useCanvasActions } from '../canvas-actions.ts';
import styles from './ExplanationPopover.module.css';
import type { Explanation } from './explanation.ts';

/** What was asked about, where on screen, and what has the focus again when it is closed. */
export interface AskedExplanation {
  readonly explanation: Explanation;
  readonly x: number;
  readonly y: number;
  readonly origin: HTMLElement;
}

interface ExplanationPopoverProps {
  readonly asked: AskedExplanation;
  readonly onClose: () => void;
}

/** The whole of what a node has room for a few words of, and the line that goes with it. */
export function ExplanationPopover({ asked, onClose }: ExplanationPopoverProps): ReactElement {
  const actions = useCanvasActions();
  const { explanation, x, y, origin } = asked;
  const close = () => {
    onClose();
    origin.focus({ preventScroll: true });
  };
  const { title, text, command } = explanation;
  return (
    <Popover
      opened
      onChange={close}
      position="bottom-start"
      shadow="md"
      width={380}
      trapFocus
      withinPortal
    >
      <Popover.Target>
        <span
          style={{ position: 'fixed', left: x, top: y, width: 1, height: 1 }}
          aria-hidden="true"
        />
      </Popover.Target>
      <Popover.Dropdown aria-label={title}>
        <h2 className={styles.title}>{title}</h2>
        <p className={styles.text}>{text}</p>
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
