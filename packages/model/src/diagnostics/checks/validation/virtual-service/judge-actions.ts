import type { Judge } from '../judge.ts';
import { at, isEmptyList, isFilled, isSet, type Place, textOf } from '../place.ts';

/** Whether what a route does goes together: route, redirect, directResponse, delegate and the rest. */
export function judgeActions(judge: Judge, route: Place, isDelegate: boolean): void {
  const delegate = at(route, 'delegate');
  if (isSet(delegate) && !isDelegate) {
    judgeRoot(judge, route);
    return;
  }
  if (isSet(delegate))
    judge.refuse(
      delegate,
      'delegate HTTP route cannot contain delegate',
      'A VirtualService that others delegate to cannot delegate further. Write the routes here.',
    );
  judgeConflicts(judge, route);
  if (isSet(at(route, 'mirror')) && isFilled(at(route, 'mirrors')))
    judge.refuse(
      at(route, 'mirror'),
      'HTTP route cannot contain both mirror and mirrors',
      'There are mirror and mirrors. Put the one under mirror among the mirrors.',
    );
}

function judgeRoot(judge: Judge, route: Place): void {
  for (const name of ['redirect', 'route']) {
    if (isSet(at(route, name)))
      judge.refuse(
        at(route, name),
        `root HTTP route ${textOf(at(route, 'name'))} must not specify ${name}`,
        `This route delegates, so what happens to the request is written in the other VirtualService. Take ${name} out here, or take delegate out.`,
      );
  }
}

/** What cannot stand beside a redirect or an answer, and Istio's words for it. */
const CONFLICTS: readonly (readonly [action: string, other: string, istio: string])[] = [
  ['redirect', 'route', 'HTTP route cannot contain both route and redirect'],
  ['redirect', 'fault', 'HTTP route cannot contain both fault and redirect'],
  ['redirect', 'rewrite', 'HTTP route rule cannot contain both rewrite and redirect'],
  [
    'redirect',
    'directResponse',
    'HTTP route rule cannot contain both direct_response and redirect',
  ],
  ['directResponse', 'route', 'HTTP route cannot contain both route and direct_response'],
  ['directResponse', 'fault', 'HTTP route cannot contain both fault and direct_response'],
  ['directResponse', 'rewrite', 'HTTP route rule cannot contain both rewrite and direct_response'],
];

function judgeConflicts(judge: Judge, route: Place): void {
  const action = ['redirect', 'directResponse'].find((name) => isSet(at(route, name)));
  if (action === undefined) {
    if (isEmptyList(at(route, 'route')))
      judge.refuse(
        at(route, 'route'),
        'HTTP route, redirect or direct_response is required',
        'Nothing says what to do with the requests of this route. Add route with a destination, or redirect, directResponse or delegate.',
      );
    return;
  }
  for (const [one, other, istio] of CONFLICTS) {
    const place = at(route, other);
    if (one !== action || !isSet(place) || (other === 'route' && !isFilled(place))) continue;
    judge.refuse(
      place,
      istio,
      `This route has ${action}, so the request goes no further, and ${other} cannot stand beside it. Keep one of the two.`,
    );
  }
}
