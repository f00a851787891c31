import { countBytes } from '../../../../schema/values/regex-rules.ts';
import type { Judge } from '../judge.ts';
import { at, isSet, type Place, textOf } from '../place.ts';
import { judgeHttpStatus } from './judge-fault.ts';

const KILOBYTE = 1024;

/** The answer that a route gives itself. */
export function judgeDirectResponse(judge: Judge, response: Place): void {
  if (!isSet(response)) return;
  const body = at(response, 'body');
  const bytes = Math.floor((textOf(at(body, 'bytes')).length * 3) / 4);
  const size = isSet(at(body, 'string')) ? countBytes(textOf(at(body, 'string'))) : bytes;
  if (size > KILOBYTE * KILOBYTE)
    judge.refuse(
      body,
      'large direct_responses may impact control plane performance, must be less than 1MB',
      'The body is too large: 1 MB is the most. Let a Service answer instead.',
    );
  else if (size > 100 * KILOBYTE)
    judge.warn(
      body,
      'large direct_responses may impact control plane performance',
      'The body is large, and every proxy gets it. Let a Service answer instead.',
    );
  judgeHttpStatus(judge, at(response, 'status'));
}
