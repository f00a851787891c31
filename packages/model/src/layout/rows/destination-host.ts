import { fitsCode, wrapHost } from './fit-code.ts';
import type { DestinationRow } from './node-row.ts';
import { contentWidth, ROW_METRICS } from './row-metrics.ts';
import { textWidth } from './text-size.ts';

type HostParts = Pick<DestinationRow, 'host' | 'hostLines' | 'port' | 'subset' | 'subsetBelow'>;

const NO_HOST = 'no host';
/** A bold text is so much wider. */
const BOLD = 1.08;

/**
 * How the host of a destination is set: beside its share, with port and subset behind it. `before`
 * is what stands left of it.
 */
export function destinationHost(
  target: Pick<DestinationRow, 'host' | 'port' | 'subset'>,
  share: string | null,
  before = 0,
): HostParts {
  const { host, port, subset } = target;
  const { routeIndent, gap, chipPadding } = ROW_METRICS;
  const width = contentWidth('VirtualService') - routeIndent - before;
  const first = share === null ? width : width - textWidth(share) * BOLD - gap;
  const portWidth = port === null ? 0 : textWidth(`:${port}`, true);
  const chipWidth = subset === null ? 0 : gap + textWidth(subset) + chipPadding;
  const text = host === '' ? NO_HOST : host;
  const parts = { host, port, subset };
  const second = width - portWidth;
  const room = first - portWidth;
  if (fitsCode(text, room - chipWidth)) return { ...parts, hostLines: [text], subsetBelow: false };
  if (fitsCode(text, room)) return { ...parts, hostLines: [text], subsetBelow: true };
  const beside = wrapHost(text, first, second - chipWidth);
  if (beside.join('') === text) return { ...parts, hostLines: beside, subsetBelow: false };
  return { ...parts, hostLines: wrapHost(text, first, second), subsetBelow: subset !== null };
}

/** How many text lines it takes. */
export function destinationLines({ hostLines, subsetBelow }: HostParts): number {
  return hostLines.length + (subsetBelow ? 1 : 0);
}
