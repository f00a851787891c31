import type { NodeKind } from '@portolan/model';
import type { ReactElement } from 'react';
import { isNodeKind } from './kind-look.ts';

const SHAPES: Readonly<Record<NodeKind, ReactElement>> = {
  LoadBalancer: (
    <>
      <circle cx="10" cy="3.6" r="1.7" />
      <path d="M10 5.3V17.6M6.6 8.4h6.8M3 11.4c.4 3.8 3 6.2 7 6.2s6.6-2.4 7-6.2" />
    </>
  ),
  Gateway: <path d="M3 17.5V6.8L10 3l7 3.8v10.7M7 17.5v-6.7h6v6.7M2 17.5h16" />,
  VirtualService: <path d="M10 2v16M10 4h6l2 2-2 2h-6M10 10H4l-2 2 2 2h6" />,
  Service: <path d="M10 2.2 17 6v8l-7 3.8L3 14V6zM3 6l7 3.9L17 6M10 9.9v7.9" />,
  ServiceEntry: (
    <>
      <circle cx="10" cy="10" r="7.3" />
      <path d="M2.7 10h14.6M10 2.7c4.2 4.1 4.2 10.5 0 14.6-4.2-4.1-4.2-10.5 0-14.6" />
    </>
  ),
};

const OTHER_SHAPE = <path d="M5 2.5h7l3.5 3.5v11.5h-10.5zM12 2.5V6h3.5M7.5 10h5.5M7.5 13.5h5.5" />;

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
      {isNodeKind(kind) ? SHAPES[kind] : OTHER_SHAPE}
    </svg>
  );
}
