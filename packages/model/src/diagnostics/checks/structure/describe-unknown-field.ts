import { type FieldPath, formatFieldPath } from '../../../documents/field-path.ts';
import type { Field } from '../../../schema/field.ts';
import { suggestFields } from '../../../schema/suggest-fields.ts';
import { quoted } from '../../../schema/values/quoted.ts';
import type { Finding } from '../../engine/check.ts';

/** What to say of a field that the kind does not have, and what may have been meant by it. */
export function describeUnknownField(
  root: Field,
  path: FieldPath,
  isLookedUp: boolean,
): Omit<Finding, 'resource' | 'path'> {
  const name = String(path.at(-1) ?? '');
  const around = path.slice(0, -1);
  const where = around.length === 0 ? 'here' : `in ${formatFieldPath(around)}`;
  const suggestions = isLookedUp ? suggestFields(root, path) : [];
  const [best] = suggestions;
  if (best === undefined)
    return {
      code: 'PTL100',
      message: `There is no field ${quoted(name)} ${where}, so it has no effect. Take it out, or write the field that is meant.`,
      part: 'key',
      data: { name },
    };
  if (best.reason === 'misspelt') {
    const meant = suggestions
      .filter(({ reason }) => reason === 'misspelt')
      .map(({ field }) => field.name)
      .slice(0, 3);
    return {
      code: 'PTL100',
      severity: 'error',
      message: `There is no field ${quoted(name)} ${where}. Did you mean ${meant.map(quoted).join(' or ')}?`,
      part: 'key',
      data: { name, meant },
    };
  }
  const target = placeNear(around, best.field);
  const owner = formatFieldPath(target.slice(0, -1));
  return {
    code: 'PTL101',
    message: `${quoted(name)} does not belong ${where === 'here' ? 'here' : where.replace(/^in /, 'under ')}. It belongs ${owner === '' ? 'to the resource itself' : `under ${owner}`}.`,
    part: 'key',
    data: { name, target },
  };
}

/** The field's place with the indexes of the path as far as they go the same way, and then the first of each list. */
function placeNear(around: FieldPath, { path }: Field): FieldPath {
  const steps = path.split(/\.|(?=\[\]|\{\})/).filter((step) => step !== '');
  let isSame = true;
  return steps.map((step, index) => {
    const own = around[index];
    isSame &&= step === '[]' ? typeof own === 'number' : step === '{}' || own === step;
    if (step === '[]') return isSame && typeof own === 'number' ? own : 0;
    return step === '{}' ? String(isSame ? (own ?? '') : 'name') : step;
  });
}
