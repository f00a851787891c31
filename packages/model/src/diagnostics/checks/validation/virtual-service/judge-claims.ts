import type { Judge } from '../judge.ts';
import { at, entriesOf, itemsOf, keyOf, type Place, textOf } from '../place.ts';

/** A header that stands for a claim of a token. */
const CLAIM = /^@request\.auth\.claims[.[]./i;

/** Whether a header of a match stands for a claim of a token. */
export function isClaim(header: string): boolean {
  return CLAIM.test(header);
}

/** Routes by claims of a token, which sidecars cannot do. */
export function judgeClaims(judge: Judge, spec: Place): void {
  const gateways = itemsOf(at(spec, 'gateways')).map(textOf).join(' ');
  for (const route of itemsOf(at(spec, 'http'))) {
    for (const match of itemsOf(at(route, 'match'))) {
      for (const header of [
        ...entriesOf(at(match, 'headers')),
        ...entriesOf(at(match, 'withoutHeaders')),
      ]) {
        if (!isClaim(keyOf(header))) continue;
        judge.refuse(
          header,
          `JWT claim based routing (key: ${keyOf(header)}) is only supported for gateway, found no gateways: [${gateways}]`,
          'Only a gateway can route by the claims of a token. Name a Gateway under gateways, and take mesh out.',
          'key',
        );
      }
    }
  }
}
