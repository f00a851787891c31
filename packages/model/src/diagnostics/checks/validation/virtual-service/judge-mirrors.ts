import type { Judge } from '../judge.ts';
import { at, isSet, itemsOf, numberOf, type Place } from '../place.ts';
import { judgeDestination } from './judge-destination.ts';

/** Where copies of the requests go, and how many. */
export function judgeMirrors(judge: Judge, route: Place): void {
  const percent = at(route, 'mirrorPercent');
  if (isSet(percent)) {
    const value = numberOf(percent);
    if (value > 100)
      judge.refuse(
        percent,
        `mirror_percent must have a max value of 100 (it has ${value})`,
        'A percentage is a number from 0 to 100.',
      );
    judge.warn(
      percent,
      'using deprecated setting "mirrorPercent", use "mirrorPercentage" instead',
      'mirrorPercent is the old way. Write mirrorPercentage with value.',
      'key',
    );
  }
  judgeShare(judge, at(route, 'mirrorPercentage', 'value'), 'mirror_percentage');
  for (const mirror of itemsOf(at(route, 'mirrors'))) judgeMirror(judge, mirror);
}

function judgeMirror(judge: Judge, mirror: Place): void {
  const destination = at(mirror, 'destination');
  if (!isSet(mirror)) {
    judge.refuse(mirror, 'mirror cannot be null', 'Nothing is written for this mirror.');
  } else if (!isSet(destination)) {
    judge.refuse(
      destination,
      'destination is required for mirrors',
      'Nothing says where the copies go. Add destination with the host of a Service.',
    );
  } else {
    judgeDestination(judge, destination);
    judgeShare(judge, at(mirror, 'percentage', 'value'), 'mirror percentage');
  }
}

function judgeShare(judge: Judge, place: Place, what: string): void {
  const value = numberOf(place);
  const limit = value > 100 ? 'max value of 100' : value < 0 ? 'min value of 0' : null;
  if (limit === null) return;
  judge.refuse(
    place,
    `${what} must have a ${limit} (it has ${value.toFixed(6)})`,
    'A percentage is a number from 0 to 100.',
  );
}
