import type { Judge } from '../judge.ts';
import { judgeDuration } from '../parts/judge-values.ts';
import { at, isSet, itemsOf, type Place } from '../place.ts';
import { judgeActions } from './judge-actions.ts';
import { judgeAuthority } from './judge-authority.ts';
import { judgeCors } from './judge-cors.ts';
import { judgeDestination, judgeWeightedDestinations } from './judge-destination.ts';
import { judgeDirectResponse } from './judge-direct-response.ts';
import { judgeFault } from './judge-fault.ts';
import { judgeHeaders } from './judge-headers.ts';
import { judgeHttpMatch } from './judge-http-match.ts';
import { judgeMirrors } from './judge-mirrors.ts';
import { judgeRedirect } from './judge-redirect.ts';
import { judgeRetries } from './judge-retries.ts';
import { judgeRewrite } from './judge-rewrite.ts';

/** One route for HTTP. */
export function judgeHttpRoute(judge: Judge, route: Place, isDelegate: boolean): void {
  judgeActions(judge, route, isDelegate);
  for (const match of itemsOf(at(route, 'match'))) if (isSet(match)) judgeHttpMatch(judge, match);
  judgeHeaders(judge, at(route, 'headers'));
  judgeCors(judge, at(route, 'corsPolicy'));
  judgeFault(judge, at(route, 'fault'));
  judgeDestination(judge, at(route, 'mirror'));
  judgeMirrors(judge, route);
  judgeRedirect(judge, route);
  judgeDirectResponse(judge, at(route, 'directResponse'));
  judgeRetries(judge, at(route, 'retries'));
  judgeRewrite(judge, at(route, 'rewrite'));
  judgeAuthority(judge, route);
  for (const destination of itemsOf(at(route, 'route')))
    judgeHeaders(judge, at(destination, 'headers'));
  judgeWeightedDestinations(judge, at(route, 'route'));
  judgeDuration(judge, at(route, 'timeout'));
}
