import type { Assumptions } from '@portolan/model';
import type { SessionState } from '../../session/session.ts';
import { useSession, useSessionState } from '../../session/session-context.ts';

/** What is assumed in the open sketch, and how it is changed. */
export interface AssumptionsInUse {
  readonly assumptions: Assumptions;
  /** Changes these fields, as one undo step of this name. */
  readonly change: (fields: Partial<Assumptions>, label: string) => void;
}

/** The assumptions of the open sketch. */
export function useAssumptions(): AssumptionsInUse {
  const session = useSession();
  const assumptions = useSessionState(selectAssumptions);
  return {
    assumptions,
    change: (fields, label) => session.assume({ ...assumptions, ...fields }, label),
  };
}

function selectAssumptions({ snapshot }: SessionState): Assumptions {
  return snapshot.assumptions;
}
