import { CloseButton, Modal } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import styles from './DialogBox.module.css';

interface DialogBoxProps {
  readonly title: string;
  readonly size?: 'md' | 'lg' | 'xl' | 'widest';
  readonly onClose: () => void;
  readonly children: ReactNode;
}

const WIDEST = 'min(1080px, calc(100vw - 48px))';

/** A dialog that is open; Escape and a click beside it close it. */
export function DialogBox({ title, size = 'md', onClose, children }: DialogBoxProps): ReactElement {
  return (
    <Modal.Root opened onClose={onClose} size={size === 'widest' ? WIDEST : size} centered>
      <Modal.Overlay backgroundOpacity={0.35} />
      <Modal.Content>
        <Modal.Body className={styles.body}>
          <div className={styles.head}>
            <Modal.Title className={styles.title}>{title}</Modal.Title>
            <CloseButton aria-label="Close" onClick={onClose} />
          </div>
          {children}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
