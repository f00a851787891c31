import { whyNotHeaderName, whyNotMethod } from '../../../../schema/values/http-rules.ts';
import { readDuration, whyNotSeconds } from '../../../../schema/values/time-rules.ts';
import { quoteGo } from '../../../engine/format-go.ts';
import type { Judge } from '../judge.ts';
import { judgeDuration } from '../parts/judge-values.ts';
import { judgeRegexMatch } from '../parts/text-match.ts';
import { at, isSet, itemsOf, type Place, readText, textOf } from '../place.ts';

/** Which pages of other origins may send requests. */
export function judgeCors(judge: Judge, policy: Place): void {
  for (const origin of itemsOf(at(policy, 'allowOrigins'))) judgeOrigin(judge, origin);
  for (const method of itemsOf(at(policy, 'allowMethods'))) {
    const text = readText(method);
    const why = text === null ? null : whyNotMethod(text);
    if (text !== null && why !== null)
      judge.refuse(method, `${quoteGo(text)} is not a supported HTTP method`, why);
  }
  for (const list of ['allowHeaders', 'exposeHeaders']) {
    for (const header of itemsOf(at(policy, list))) {
      const name = readText(header);
      const why = name === null ? null : whyNotHeaderName(name);
      if (why !== null)
        judge.refuse(
          header,
          name === ''
            ? 'header name cannot be empty'
            : `header name ${name} is not a valid header name`,
          why,
        );
    }
  }
  judgeMaxAge(judge, at(policy, 'maxAge'));
}

function judgeOrigin(judge: Judge, origin: Place): void {
  const kinds = ['exact', 'prefix', 'regex'].map((name) => at(origin, name));
  const isUnreadable = kinds.some((kind) => isSet(kind) && readText(kind) === null);
  if (!isUnreadable && kinds.every((kind) => textOf(kind) === ''))
    judge.refuse(
      origin,
      "'' is not a valid match type for CORS allow origins",
      'Nothing says which origin is allowed. Write exact, prefix or regex, such as exact: https://shop.example.com.',
    );
  else judgeRegexMatch(judge, origin, 'corsPolicy.allowOrigins');
}

function judgeMaxAge(judge: Judge, place: Place): void {
  judgeDuration(judge, place);
  const milliseconds = readDuration(textOf(place));
  if (milliseconds === null || milliseconds <= 0 || milliseconds % 1000 === 0) return;
  judge.refuse(
    place,
    'max_age duration is accurate only to seconds precision',
    whyNotSeconds(textOf(place)) ?? 'Only whole seconds count here.',
  );
}
