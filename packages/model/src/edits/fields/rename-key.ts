import type { TextEdit } from '../../text/text-edit.ts';
import { type Result, refuse, success } from '../result.ts';
import type { FieldPlace } from './field-place.ts';
import { formatScalarLike } from './format-value.ts';
import { replacement } from './node-text.ts';
import type { WritingStyle } from './writing-style.ts';

/** Edits that give the field at `place` another key, quoted as the old one is. */
export function planRenameKey(
  place: FieldPlace,
  key: string,
  style: WritingStyle,
): Result<readonly TextEdit[]> {
  const { slot } = place;
  if (slot.kind !== 'pair' || slot.pair.key.kind !== 'scalar' || slot.pair.key.block !== null) {
    return refuse('This key is written in a way that can only be changed in the YAML itself.');
  }
  const old = slot.pair.key;
  const newText = formatScalarLike(key, style, old);
  return success([replacement(old.contentStart, old.range.end, newText)]);
}
