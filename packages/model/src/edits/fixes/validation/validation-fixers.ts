import type { FixerTable } from '../quick-fix.ts';
import { fixValidation } from './fix-validation.ts';

/** What Istio's own validation says. */
export const VALIDATION_FIXERS: FixerTable = {
  IST0106: fixValidation,
  IST0133: fixValidation,
  PTL160: fixValidation,
};
