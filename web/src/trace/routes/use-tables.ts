import {
  type EffectiveTable,
  effectiveTablesInSlices,
  loadRegexEngine,
  type RegexEngine,
  type Snapshot,
} from '@portolan/model';
import { useEffect, useState } from 'react';
import { createSlicer, PROMPT } from '../../session/slicer.ts';
import { useSettledSnapshot } from '../../session/use-settled-snapshot.ts';

/** Effective routes, and the text that they are of. */
export interface RouteTables {
  readonly snapshot: Snapshot;
  readonly tables: readonly EffectiveTable[];
  /** null: regular expressions cannot be tried, as what runs them did not load. */
  readonly regex: RegexEngine | null;
}

/**
 * The effective routes of the text when typing pauses, made slice by slice; those of the text before
 * until then. null: the first are not there yet.
 */
export function useTables(): RouteTables | null {
  const snapshot = useSettledSnapshot();
  const regex = useRegexEngine();
  const [slicer] = useState(() => createSlicer(PROMPT));
  const [shown, setShown] = useState<RouteTables | null>(null);
  useEffect(() => {
    if (regex === undefined) return;
    void slicer.run(effectiveTablesInSlices(snapshot, regex)).then((tables) => {
      if (tables !== null) setShown({ snapshot, tables, regex });
    });
    return () => slicer.stop();
  }, [slicer, snapshot, regex]);
  return shown;
}

/** undefined: it is not there yet. */
function useRegexEngine(): RegexEngine | null | undefined {
  const [regex, setRegex] = useState<RegexEngine | null | undefined>(undefined);
  useEffect(() => {
    loadRegexEngine().then(setRegex, () => setRegex(null));
  }, []);
  return regex;
}
