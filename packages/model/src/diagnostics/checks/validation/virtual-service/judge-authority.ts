import { quoteGo } from '../../../engine/format-go.ts';
import type { Judge } from '../judge.ts';
import { at, entriesOf, keyOf, type Place, textOf } from '../place.ts';
import { isAuthority } from './judge-headers.ts';

/** Whether the host of the request is changed more than once. */
export function judgeAuthority(judge: Judge, route: Place): void {
  let current = textOf(at(route, 'rewrite', 'authority'));
  const request = at(route, 'headers', 'request');
  for (const header of [...entriesOf(at(request, 'set')), ...entriesOf(at(request, 'add'))]) {
    if (!isAuthority(keyOf(header))) continue;
    const value = textOf(header);
    if (current !== '') {
      judge.refuse(
        header,
        `authority header cannot be set multiple times: have ${quoteGo(current)}, attempting to set ${quoteGo(value)}`,
        `The host of the request is set to "${current}" already. Set it once, best under rewrite as authority.`,
      );
      return;
    }
    current = value;
  }
}
