import { KIND_ICONS } from '@portolan/model';
import type { ReactElement } from 'react';
import { isNodeKind } from './kind-look.ts';

const OTHER_ICON = 'M5 2.5h7l3.5 3.5v11.5h-10.5zM12 2.5V6h3.5M7.5 10h5.5M7.5 13.5h5.5';

interface KindIconProps {
  /** A kind of the topology, or any other, which gets a plain sheet. */
  readonly kind: string;
  /** In pixels; 17 where left out. */
  readonly size?: number;
}

/** The sign of a kind, in the present text colour. Decoration: the kind's name must stand beside it. */
export function KindIcon({ kind, size = 17 }: KindIconProps): ReactElement {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={isNodeKind(kind) ? KIND_ICONS[kind] : OTHER_ICON} />
    </svg>
  );
}
