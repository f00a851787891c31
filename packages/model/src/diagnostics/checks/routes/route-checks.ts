import type { Check } from '../../engine/check.ts';
import { unreachableRoute } from './unreachable-route.ts';

/** The checks of routes that neither Istio nor Kiali has. */
export const ROUTE_CHECKS: readonly Check[] = [unreachableRoute];
