import type { NodeKind } from '@portolan/model';

/** How a kind looks: the CSS colours of its icon and label, and of the soft ground behind them. */
export interface KindLook {
  readonly color: string;
  readonly soft: string;
}

/** One colour per kind of node, from the tokens. */
export const KIND_LOOKS: Readonly<Record<NodeKind, KindLook>> = {
  LoadBalancer: { color: 'var(--lb)', soft: 'var(--lb-soft)' },
  Gateway: { color: 'var(--gw)', soft: 'var(--gw-soft)' },
  VirtualService: { color: 'var(--vs)', soft: 'var(--vs-soft)' },
  Service: { color: 'var(--svc)', soft: 'var(--svc-soft)' },
  ServiceEntry: { color: 'var(--se)', soft: 'var(--se-soft)' },
};

const NEUTRAL: KindLook = { color: 'var(--ink-2)', soft: 'var(--sunk)' };

/** The look of any kind; those that are not on the canvas are neutral. */
export function findKindLook(kind: string): KindLook {
  return isNodeKind(kind) ? KIND_LOOKS[kind] : NEUTRAL;
}

/** Whether the kind has nodes on the canvas. */
export function isNodeKind(kind: string): kind is NodeKind {
  return Object.hasOwn(KIND_LOOKS, kind);
}
