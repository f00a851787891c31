import type { Check } from '../../engine/check.ts';
import { fieldStructure } from './field-structure.ts';
import { servedKind } from './served-kind.ts';

/** What does not fit the fields of a kind. */
export const STRUCTURE_CHECKS: readonly Check[] = [fieldStructure, servedKind];
