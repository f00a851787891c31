import {
  type EffectiveTable,
  effectiveTablesInSlices,
  loadRegexEngine,
  type RegexEngine,
  type Slices,
  type Snapshot,
} from '@portolan/model';
import { useEffect, useMemo, useState } from 'react';
import { useSettled } from '../../session/use-settled.ts';

/** Effective routes, and the text that they are of. */
export interface RouteTables {
  readonly snapshot: Snapshot;
  readonly tables: readonly EffectiveTable[];
  /** null: regular expressions cannot be tried, as what runs them did not load. */
  readonly regex: RegexEngine | null;
}

/** The effective routes of the text when typing pauses. null: the first are not there yet. */
export function useTables(): RouteTables | null {
  const regex = useRegexEngine();
  const make = useMemo(
    () => (regex === undefined ? null : (snapshot: Snapshot) => tablesOf(snapshot, regex)),
    [regex],
  );
  return useSettled(make);
}

function* tablesOf(snapshot: Snapshot, regex: RegexEngine | null): Slices<RouteTables> {
  return { snapshot, tables: yield* effectiveTablesInSlices(snapshot, regex), regex };
}

/** undefined: it is not there yet. */
function useRegexEngine(): RegexEngine | null | undefined {
  const [regex, setRegex] = useState<RegexEngine | null | undefined>(undefined);
  useEffect(() => {
    loadRegexEngine().then(setRegex, () => setRegex(null));
  }, []);
  return regex;
}
