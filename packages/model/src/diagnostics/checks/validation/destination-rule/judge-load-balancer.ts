import type { Judge } from '../judge.ts';
import { judgeDuration } from '../parts/judge-values.ts';
import { at, isSet, itemsOf, numberOf, type Place, readText } from '../place.ts';
import { judgeLocality } from './judge-locality.ts';

/** By what an endpoint is chosen for each request. */
export function judgeLoadBalancer(judge: Judge, settings: Place, outlier: Place): void {
  if (!isSet(settings)) return;
  const hash = at(settings, 'consistentHash');
  if (isSet(hash)) judgeHash(judge, hash);
  judgeLocality(judge, settings, outlier);
  judgeDuration(judge, at(settings, 'warmupDurationSecs'));
  judgeWarmup(judge, at(settings, 'warmup'));
}

function judgeHash(judge: Judge, hash: Place): void {
  const cookie = at(hash, 'httpCookie');
  if (isSet(cookie)) judgeCookie(judge, cookie);
  const least = at(hash, 'minimumRingSize');
  const isSized = numberOf(least) > 0;
  if (isSized)
    judge.warn(
      least,
      "consistent hash MinimumRingSize is deprecated, use ConsistentHashLB's RingHash configuration instead",
      'minimumRingSize is the old way. Write ringHash with minimumRingSize in it.',
      'key',
    );
  const table = ['ringHash', 'maglev'].find((name) => isSet(at(hash, name)));
  if (isSized && table !== undefined)
    judge.refuse(
      at(hash, table),
      'only one of MinimumRingSize or Maglev/Ringhash can be specified',
      `There are minimumRingSize and ${table}. Keep ${table}.`,
    );
  if (isSet(at(hash, 'maglev'))) judgeTable(judge, at(hash, 'maglev', 'tableSize'));
}

function judgeCookie(judge: Judge, cookie: Place): void {
  if (readText(at(cookie, 'name')) === '')
    judge.refuse(
      at(cookie, 'name'),
      'name required for HttpCookie',
      'The cookie has no name. Write one.',
    );
  const known = new Set<string>();
  for (const attribute of itemsOf(at(cookie, 'attributes'))) {
    const name = readText(at(attribute, 'name'));
    if (name === '')
      judge.refuse(
        at(attribute, 'name'),
        'name required for HttpCookie attribute',
        'This attribute of the cookie has no name. Write one, such as SameSite.',
      );
    else if (name !== null && known.has(name))
      judge.refuse(
        at(attribute, 'name'),
        `duplicate HttpCookie attribute name: ${name}`,
        `The cookie has the attribute ${name} already. Keep one.`,
      );
    if (name !== null) known.add(name);
  }
}

const MOST_SLOTS = 5_000_011;

function judgeTable(judge: Judge, place: Place): void {
  const size = numberOf(place);
  if (Number.isNaN(size)) return;
  const message = `The table of Maglev has a prime number of slots below ${MOST_SLOTS}, such as 65537.`;
  if (size === 0) judge.refuse(place, 'tableSize must be set for maglev', message);
  if (size >= MOST_SLOTS)
    judge.refuse(place, 'tableSize must be less than 5000011 for maglev', message);
  if (!isPrime(size)) judge.refuse(place, 'tableSize must be a prime number for maglev', message);
}

/** Of numbers that are far too large nobody needs to know. */
function isPrime(number: number): boolean {
  if (number < 2 || !Number.isInteger(number) || number > MOST_SLOTS * 10) return false;
  for (let factor = 2; factor * factor <= number; factor += 1)
    if (number % factor === 0) return false;
  return true;
}

function judgeWarmup(judge: Judge, warmup: Place): void {
  if (!isSet(warmup)) return;
  if (isSet(at(warmup, 'duration'))) judgeDuration(judge, at(warmup, 'duration'));
  else
    judge.refuse(
      at(warmup, 'duration'),
      'duration is required',
      'A warm-up needs a duration, such as 60s.',
    );
  const percent = at(warmup, 'minimumPercent');
  if (numberOf(percent) > 100)
    judge.refuse(
      percent,
      'minimumPercent value should be less than or equal to 100',
      'A percentage is a number from 0 to 100.',
    );
  const aggression = at(warmup, 'aggression');
  if (isSet(aggression) && numberOf(aggression) <= 0)
    judge.refuse(
      aggression,
      'aggression should be greater than 0',
      'The aggression of a warm-up is a number above 0; with 1 traffic grows evenly.',
    );
}
