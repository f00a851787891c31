import type { FixerTable } from '../quick-fix.ts';
import { fixApiVersion, fixRetiredKind } from './fix-api-version.ts';
import { fixChoice } from './fix-choice.ts';
import { fixFieldLevel, fixFieldName } from './fix-field-name.ts';
import { fixMissingField } from './fix-missing-field.ts';
import { fixOldField } from './fix-old-field.ts';
import { fixType, fixValue } from './fix-value.ts';

/** What does not fit the fields of a kind. */
export const STRUCTURE_FIXERS: FixerTable = {
  IST0002: fixOldField,
  PTL100: fixFieldName,
  PTL101: fixFieldLevel,
  PTL102: fixType,
  PTL103: fixValue,
  PTL104: fixValue,
  PTL105: fixValue,
  PTL106: fixValue,
  PTL109: fixMissingField,
  PTL110: fixChoice,
  PTL112: fixOldField,
  PTL113: fixApiVersion,
  PTL114: fixApiVersion,
  PTL115: fixRetiredKind,
};
