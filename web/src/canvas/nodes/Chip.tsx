import type { ReactElement, ReactNode } from 'react';
import styles from './Chip.module.css';

interface ChipProps {
  readonly title: string;
  readonly tone?: 'neutral' | 'warning';
  /** Whether it may be cut where there is little room. */
  readonly rigid?: boolean;
  readonly children: ReactNode;
}

/** A small label in a node. */
export function Chip({
  title,
  tone = 'neutral',
  rigid = false,
  children,
}: ChipProps): ReactElement {
  const classes = [styles.chip, tone === 'warning' && styles.warning, rigid && styles.rigid];
  return (
    <span className={classes.filter(Boolean).join(' ')} title={title}>
      {children}
    </span>
  );
}
