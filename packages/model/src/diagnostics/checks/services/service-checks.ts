import type { Check } from '../../engine/check.ts';
import { containerPort } from './container-port.ts';
import { portNames } from './port-names.ts';
import { unmatchedSelector } from './unmatched-selector.ts';

/** What is asked of Services, alone and together. */
export const SERVICE_CHECKS: readonly Check[] = [containerPort, portNames, unmatchedSelector];
