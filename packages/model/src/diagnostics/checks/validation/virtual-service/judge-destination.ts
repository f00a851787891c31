import { whyNotDestinationHost } from '../../../../schema/values/host-rules.ts';
import { isIstioLabel } from '../../../../schema/values/name-rules.ts';
import type { Judge } from '../judge.ts';
import { whyNotWildcardDomain } from '../parts/domain-name.ts';
import { judgePort, judgeSubsetName } from '../parts/judge-values.ts';
import { at, isSet, itemsOf, numberOf, type Place, readText } from '../place.ts';

/** Where a route, a mirror or an egress proxy leads. */
export function judgeDestination(judge: Judge, destination: Place): void {
  if (!isSet(destination)) return;
  const place = at(destination, 'host');
  const host = readText(place);
  const why =
    host === null ? null : host === '*' ? 'invalid destination host *' : whyNotWildcardDomain(host);
  if (host !== null && why !== null)
    judge.refuse(
      place,
      why,
      whyNotDestinationHost(host) ?? 'This is no host. Write the name of a Service.',
    );
  const subset = readText(at(destination, 'subset'));
  if (subset !== null && subset !== '' && !isIstioLabel(subset))
    judgeSubsetName(judge, at(destination, 'subset'));
  if (isSet(at(destination, 'port'))) judgePort(judge, at(destination, 'port', 'number'));
}

/** The destinations of a route and their weights. */
export function judgeWeightedDestinations(judge: Judge, list: Place): void {
  const routes = itemsOf(list);
  let total = 0;
  for (const route of routes) {
    if (!isSet(route)) {
      judge.refuse(route, 'weight may not be nil', 'Nothing is written for this destination.');
      continue;
    }
    const destination = at(route, 'destination');
    if (!isSet(destination))
      judge.refuse(
        destination,
        'destination is required',
        'Nothing says where this leads. Add destination with the host of a Service.',
      );
    judgeDestination(judge, destination);
    const weight = numberOf(at(route, 'weight'));
    if (weight < 0)
      judge.refuse(
        at(route, 'weight'),
        `weight ${weight} < 0`,
        'A weight cannot be less than 0. With 0 nothing comes here.',
      );
    total += weight;
  }
  if (routes.length > 1 && total === 0)
    judge.refuse(
      list,
      'total destination weight = 0',
      'All destinations have the weight 0, so no request could go anywhere. Give each its weight, such as 90 and 10.',
    );
}
