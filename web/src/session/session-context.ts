import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { DiagnosisState } from './problems/diagnosing.ts';
import type { CheckingState } from './requests/checking.ts';
import type { Session, SessionState } from './session.ts';
import type { TracingState } from './tracing/tracing.ts';

/** The open session; the App provides it, and replaces it when another sketch is opened. */
export const SessionContext = createContext<Session | null>(null);

/** The session that the component's part of the screen shows. Throws outside of a SessionContext. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('useSession() needs a SessionContext above it');
  return session;
}

/**
 * A part of the session's state; the component renders when that part changes. The selector must
 * give the same object for the same state (pick, don't build), and is best a constant of its file.
 */
export function useSessionState<T>(selector: (state: SessionState) => T): T {
  return useStore(useSession().store, selector);
}

/** A part of what is wrong in the session's text; the component renders when that part changes. */
export function useDiagnosis<T>(selector: (state: DiagnosisState) => T): T {
  return useStore(useSession().diagnosis, selector);
}

/** A part of what is traced through the session's text; the component renders when that part changes. */
export function useTracing<T>(selector: (state: TracingState) => T): T {
  return useStore(useSession().tracing.store, selector);
}

/** A part of what the saved requests meet; the component renders when that part changes. */
export function useChecking<T>(selector: (state: CheckingState) => T): T {
  return useStore(useSession().checking.store, selector);
}
