import type { ValueProblem } from '../../../schema/check-value.ts';
import type { Field } from '../../../schema/field.ts';
import type { FieldFormat } from '../../../schema/field-format.ts';
import type { Code } from '../../codes/catalogue.ts';
import type { Finding } from '../../engine/check.ts';
import { isFilledInLater } from '../../facts/is-filled-in-later.ts';

const DURATIONS: readonly FieldFormat[] = ['duration', 'duration-or-zero', 'seconds'];
/** What is likely not meant so, and yet nobody refuses. */
const SOFT: readonly FieldFormat[] = ['url-path', 'web-address', 'locality'];

/** What to say of a value that its field does not take. */
export function describeWrongValue(
  field: Field,
  value: unknown,
  problem: ValueProblem,
): Omit<Finding, 'resource' | 'path'> {
  const [instead] = problem.instead;
  const code = codeOf(field, value, problem);
  const isSoft = code === 'PTL104' && field.format !== null && SOFT.includes(field.format);
  return {
    code,
    message: problem.reason,
    ...(isFilledInLater(value) ? { certainty: 'unknown' } : isSoft ? { severity: 'warning' } : {}),
    data: {
      ...(problem.about === 'type' ? { expected: field.type } : {}),
      ...(instead === undefined ? {} : { instead }),
    },
  };
}

function codeOf({ format }: Field, value: unknown, { about }: ValueProblem): Code {
  switch (about) {
    case 'type':
      return 'PTL102';
    case 'choice':
      return 'PTL103';
    case 'form':
      if (typeof value !== 'string' && !(typeof value === 'number' && isDuration(format)))
        return 'PTL106';
      return isDuration(format) ? 'PTL105' : 'PTL104';
  }
}

function isDuration(format: FieldFormat | null): boolean {
  return format !== null && DURATIONS.includes(format);
}
