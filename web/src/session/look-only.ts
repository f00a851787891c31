import type { PlanResult } from '@portolan/model';
import type { Session } from './session.ts';

/** The same session for somebody who only looks: it follows everything and changes nothing. */
export function lookOnly(session: Session, reason: string): Session {
  const refuse = (): PlanResult => ({ ok: false, reason });
  const nothing = (): void => undefined;
  return {
    store: session.store,
    diagnosis: session.diagnosis,
    tracing: session.tracing,
    checking: session.checking,
    readOnlyReason: reason,
    dispatch: refuse,
    dispatchAll: refuse,
    moveNodes: nothing,
    nudgeNodes: nothing,
    arrange: nothing,
    toggleGroups: nothing,
    fold: nothing,
    hideNamespaces: (hidden) => session.hideNamespaces(hidden),
    tidy: nothing,
    diagnose: () => session.diagnose(),
    assume: nothing,
    undo: nothing,
    redo: nothing,
    text: () => session.text(),
    dispose: nothing,
  };
}
