import { quoted } from '../../../../schema/values/quoted.ts';
import { quoteGo } from '../../../engine/format-go.ts';
import type { Judge } from '../judge.ts';
import { entriesOf, isFilled, isSet, keyOf, type Place, textOf } from '../place.ts';

/** The labels by which workloads are selected; whether they can be. `around` is what Istio says before and after a warning. */
export function judgeSelector(
  judge: Judge,
  selector: Place,
  labels: Place,
  around: readonly [string, string] = ['', ''],
): boolean {
  if (!isSet(selector)) return true;
  let fits = true;
  for (const entry of entriesOf(labels)) {
    const key = keyOf(entry);
    const value = textOf(entry);
    const pair = quoteGo(`${key}=${value}`);
    if (key === '') {
      fits = false;
      judge.refuse(
        entry,
        `empty key is not supported in selector: ${pair}`,
        'The key of this label is empty. Write the key that the pods have.',
        'key',
      );
    }
    if (key.includes('*') || value.includes('*')) {
      fits = false;
      judge.refuse(
        entry,
        `wildcard is not supported in selector: ${pair}`,
        `A selector has no wildcards: ${quoted(`${key}: ${value}`)} means a label with a "*" in it. Write the whole label.`,
      );
    }
  }
  if (!isFilled(labels) && fits)
    judge.warn(
      selector,
      `${around[0]}workload selector specified without labels${around[1]}`,
      'The selector has no labels, so it selects every workload of the namespace. Add labels, or leave it out.',
    );
  return fits;
}
