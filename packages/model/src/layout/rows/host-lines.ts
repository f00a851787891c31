import { ROW_CAPS, shownCount } from './capped-rows.ts';
import { literal, type Phrase, word } from './describe-match.ts';
import { dropMiddle, fitsCode, wrapHost } from './fit-code.ts';

/**
 * Hosts as lines of this width, the last one "+ 12 more" where there are many. A host that is too
 * long takes two lines where it is the only one, else it loses its middle. Where there are none,
 * `none` says so.
 */
export function hostLines(
  hosts: readonly string[],
  width: number,
  none: string,
): readonly Phrase[] {
  const [only] = hosts;
  if (only === undefined) return [word(none)];
  if (hosts.length === 1 && !fitsCode(only, width))
    return wrapHost(only, width, width).map(literal);
  const shown = shownCount(hosts.length, ROW_CAPS.hosts);
  const lines = hosts.slice(0, shown).map((host) => literal(dropMiddle(host, width)));
  return shown === hosts.length ? lines : [...lines, word(`+ ${hosts.length - shown} more`)];
}
