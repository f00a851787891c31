import type { HttpRoute, L4Route } from '../../resources/kinds/virtual-service.ts';
import { ROW_CAPS, shownCount } from './capped-rows.ts';
import { describeActions } from './describe-action.ts';
import type { MatchProtocol, Phrase } from './describe-match.ts';
import { describeMatch, describeNoMatch, word } from './describe-match.ts';
import type { RouteRow } from './node-row.ts';
import { contentWidth, linesHeight, ROW_METRICS } from './row-metrics.ts';
import { lineCount, phrasesWidth } from './text-size.ts';

/** A match takes at most so many lines, and no more text than this is measured. */
const MOST_LINES = 3;
const LONGEST_PHRASE = 300;

/** When a route applies, as sentences, and what it does. */
export function routeRow(protocol: MatchProtocol, route: HttpRoute | L4Route): RouteRow {
  const matches = matchesOf(protocol, route.matches);
  const actions = 'redirect' in route ? describeActions(route) : [];
  const width = contentWidth('VirtualService') - ROW_METRICS.routeIndent;
  const matchLines = matches.map((match) =>
    Math.min(MOST_LINES, lineCount(shortened(match), width)),
  );
  const actionsBelow = actions.length > 0 && !fitsOneLine(matches, matchLines, actions, width);
  const lines = sum(matchLines) + (actionsBelow ? actions.length : 0);
  return {
    kind: 'route',
    id: `${protocol}-${route.index}`,
    height: linesHeight(lines),
    takesLines: false,
    // A route without destinations can be given one, and a delegating one starts its line here.
    givesLines: true,
    protocol,
    route,
    number: route.index + 1,
    name: 'name' in route ? route.name : null,
    matches,
    matchLines,
    actions,
    actionsBelow,
  };
}

function matchesOf(
  protocol: MatchProtocol,
  blocks: readonly Readonly<Record<string, unknown>>[],
): readonly (readonly Phrase[])[] {
  if (blocks.length === 0) return [describeNoMatch(protocol)];
  const shown = shownCount(blocks.length, ROW_CAPS.matches);
  const sentences = blocks.slice(0, shown).map((block, index) => {
    const sentence = describeMatch(block, protocol);
    return index === 0 ? sentence : [word('or '), ...sentence];
  });
  return shown === blocks.length
    ? sentences
    : [...sentences, [word(`or ${blocks.length - shown} more`)]];
}

function fitsOneLine(
  matches: readonly (readonly Phrase[])[],
  matchLines: readonly number[],
  actions: readonly (readonly Phrase[])[],
  width: number,
): boolean {
  const [match] = matches;
  if (match === undefined || matches.length > 1 || matchLines[0] !== 1) return false;
  const { chipPadding, gap } = ROW_METRICS;
  const chips = actions.map((action) => phrasesWidth(shortened(action)) + chipPadding + gap);
  return phrasesWidth(match) + sum(chips) <= width;
}

function shortened(phrases: readonly Phrase[]): readonly Phrase[] {
  return phrases
    .slice(0, 40)
    .map((phrase) =>
      phrase.text.length <= LONGEST_PHRASE
        ? phrase
        : { ...phrase, text: phrase.text.slice(0, LONGEST_PHRASE) },
    );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
