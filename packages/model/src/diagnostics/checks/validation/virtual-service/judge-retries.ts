import { RETRY_CONDITIONS, whyNotRetryConditions } from '../../../../schema/values/http-rules.ts';
import { quoteGo } from '../../../engine/format-go.ts';
import type { Judge } from '../judge.ts';
import { judgeDuration } from '../parts/judge-values.ts';
import { at, isSet, numberOf, type Place, textOf } from '../place.ts';

/** Whether and when a request is tried again. */
export function judgeRetries(judge: Judge, retries: Place): void {
  if (!isSet(retries)) return;
  const attempts = at(retries, 'attempts');
  const count = numberOf(attempts);
  if (count < 0)
    judge.refuse(
      attempts,
      'attempts cannot be negative',
      'The number of attempts cannot be less than 0.',
    );
  const setting = ['perTryTimeout', 'retryOn', 'retryRemoteLocalities'].find((name) => {
    const { value } = at(retries, name);
    return value !== undefined && value !== null && value !== '';
  });
  if (count === 0 && setting !== undefined)
    judge.refuse(
      isSet(attempts) ? attempts : at(retries, setting),
      'http retry policy configured when attempts are set to 0 (disabled)',
      `${isSet(attempts) ? 'With 0 attempts' : 'Without attempts'} nothing is tried again, so ${setting} has no meaning. Write attempts: 2 or more, or take ${setting} out.`,
    );
  for (const name of ['perTryTimeout', 'backoff']) judgeDuration(judge, at(retries, name));
  judgeConditions(judge, at(retries, 'retryOn'));
}

function judgeConditions(judge: Judge, place: Place): void {
  const text = textOf(place);
  if (text === '') return;
  for (const condition of text.split(',')) {
    if (RETRY_CONDITIONS.includes(condition) || isStatus(condition)) continue;
    judge.refuse(
      place,
      `${quoteGo(condition)} is not a valid retryOn policy`,
      whyNotRetryConditions(condition) ?? `"${condition}" is no condition for a retry.`,
    );
  }
}

/** The statuses that Go has a name for. */
const STATUSES: readonly (readonly [number, number])[] = [
  [100, 103],
  [200, 208],
  [226, 226],
  [300, 305],
  [307, 308],
  [400, 418],
  [421, 426],
  [428, 429],
  [431, 431],
  [451, 451],
  [500, 508],
  [510, 511],
];

function isStatus(text: string): boolean {
  const number = /^\+?\d+$/.test(text) ? Number(text) : 0;
  return STATUSES.some(([first, last]) => number >= first && number <= last);
}
