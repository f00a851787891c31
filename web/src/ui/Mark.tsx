import type { ReactElement } from 'react';

/** The compass of Portolan. Decoration: the name stands beside it. */
export function Mark({ size = 24 }: { readonly size?: number }): ReactElement {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="var(--accent)"
      strokeWidth="1.6"
      aria-hidden="true"
      focusable="false"
    >
      <circle cx="12" cy="12" r="9.2" />
      <path d="M12 3.5 14 12l-2 8.5L10 12z" fill="var(--accent)" stroke="none" />
      <path d="M3.5 12 12 10.4 20.5 12 12 13.6z" />
    </svg>
  );
}
