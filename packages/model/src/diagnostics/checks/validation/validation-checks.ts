import type { Check } from '../../engine/check.ts';
import { istioValidation } from './istio-validation.ts';
import { ineffectiveRoutes } from './virtual-service/ineffective-routes.ts';

/** What Istio's own validation finds. */
export const VALIDATION_CHECKS: readonly Check[] = [ineffectiveRoutes, istioValidation];
