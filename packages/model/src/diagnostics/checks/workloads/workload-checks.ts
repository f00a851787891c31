import type { Check } from '../../engine/check.ts';
import { namespaceInjection, podProxy } from './namespace-injection.ts';
import { reservedUser } from './reserved-user.ts';
import { workloadServices } from './workload-services.ts';

/** What is asked of workloads, and of the namespaces in which they run. */
export const WORKLOAD_CHECKS: readonly Check[] = [
  namespaceInjection,
  podProxy,
  reservedUser,
  workloadServices,
];
