import type { Assumable } from '@portolan/model';
import { useMemo } from 'react';
import { useDiagnosis } from '../../session/session-context.ts';
import { selectShown } from '../../session/session-selectors.ts';

/** What of one kind would settle findings of the present text; each once. */
export function useProposed<Kind extends Assumable['kind']>(
  kind: Kind,
): readonly Extract<Assumable, { readonly kind: Kind }>[] {
  const shown = useDiagnosis(selectShown);
  return useMemo(() => {
    const found = new Map<string, Extract<Assumable, { readonly kind: Kind }>>();
    for (const { settledBy } of shown)
      for (const one of settledBy) if (isOf(one, kind)) found.set(JSON.stringify(one), one);
    return [...found.values()];
  }, [shown, kind]);
}

function isOf<Kind extends Assumable['kind']>(
  one: Assumable,
  kind: Kind,
): one is Extract<Assumable, { readonly kind: Kind }> {
  return one.kind === kind;
}
