import type { ReactElement, ReactNode } from 'react';
import styles from './SketchCard.module.css';
import { type Pictured, SketchPicture } from './SketchPicture.tsx';

interface SketchCardProps {
  readonly name: string;
  /** A few words below the name. */
  readonly detail: string;
  readonly sketch: Pictured | null;
  readonly isOpen?: boolean;
  readonly onOpen: () => void;
  /** What else can be done with it. */
  readonly children?: ReactNode;
}

/** A sketch to open, with a picture of it. */
export function SketchCard(props: SketchCardProps): ReactElement {
  const { name, detail, sketch, isOpen = false, onOpen, children } = props;
  return (
    <li className={styles.card} data-open={isOpen || undefined}>
      <button type="button" className={styles.open} onClick={onOpen}>
        <SketchPicture sketch={sketch} />
        <span className={styles.name}>{name}</span>
        <span className={styles.detail}>{detail}</span>
      </button>
      {children !== undefined && <div className={styles.actions}>{children}</div>}
    </li>
  );
}
