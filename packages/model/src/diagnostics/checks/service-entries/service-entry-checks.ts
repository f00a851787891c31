import type { Check } from '../../engine/check.ts';
import { entryAddresses } from './entry-addresses.ts';
import { privateEntryPort, sameEntryPort } from './entry-ports.ts';

/** What is asked of ServiceEntries, alone and together. */
export const SERVICE_ENTRY_CHECKS: readonly Check[] = [
  entryAddresses,
  privateEntryPort,
  sameEntryPort,
];
