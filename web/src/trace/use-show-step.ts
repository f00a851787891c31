import { useCallback } from 'react';
import { useSession } from '../session/session-context.ts';

/** Shows the trace up to a step, there where it happens. */
export function useShowStep(): (step: number) => void {
  const { tracing } = useSession();
  return useCallback((step) => tracing.goTo(step), [tracing]);
}
