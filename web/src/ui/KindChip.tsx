import type { ReactElement } from 'react';
import styles from './KindChip.module.css';
import { KindIcon } from './KindIcon.tsx';
import { findKindLook } from './kind-look.ts';

interface KindChipProps {
  readonly kind: string;
}

/** A kind as a small coloured label with its icon. */
export function KindChip({ kind }: KindChipProps): ReactElement {
  const look = findKindLook(kind);
  return (
    <span className={styles.chip} style={{ color: look.color, background: look.soft }}>
      <KindIcon kind={kind} size={13} />
      {kind}
    </span>
  );
}
