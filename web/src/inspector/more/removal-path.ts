import { type Field, type FieldPath, findField, valueAt } from '@portolan/model';
import { isMapping } from './field-spot.ts';

/**
 * What to remove so that a field goes and nothing empty stays behind: the field, or the outermost
 * object or list around it that holds nothing else. Items of lists and entries of maps stay, since
 * an empty one means something; and so does what has to be there.
 */
export function removalPath(root: Field, value: unknown, path: FieldPath): FieldPath {
  const around = path.slice(0, -1);
  const stays =
    around.length < 2 ||
    typeof around.at(-1) !== 'string' ||
    sizeOf(valueAt(value, around)) !== 1 ||
    findField(root, around.slice(0, -1))?.type === 'map' ||
    findField(root, around)?.required !== false;
  return stays ? path : removalPath(root, value, around);
}

function sizeOf(value: unknown): number {
  if (Array.isArray(value)) return value.length;
  return isMapping(value) ? Object.keys(value).length : 0;
}
