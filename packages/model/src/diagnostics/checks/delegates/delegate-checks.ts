import type { Check } from '../../engine/check.ts';
import { delegateRoute } from './delegate-route.ts';
import { idleDelegate } from './idle-delegate.ts';

/** The checks of routes that are left to another VirtualService. */
export const DELEGATE_CHECKS: readonly Check[] = [delegateRoute, idleDelegate];
