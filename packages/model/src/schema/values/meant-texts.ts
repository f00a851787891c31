import type { FieldFormat } from '../field-format.ts';
import { nearestWords } from '../nearest-words.ts';
import { KNOWN_TEXTS, whyNotText } from './format-rules.ts';
import { RETRY_CONDITIONS } from './http-rules.ts';
import { readDuration } from './time-rules.ts';

const MOST = 3;

/** What may have been meant by a text that does not have its format, the likeliest first; often nothing. */
export function meantTexts(format: FieldFormat, text: string): readonly string[] {
  const known = nearestWords(text, KNOWN_TEXTS[format] ?? []).slice(0, MOST);
  const corrected = CORRECTIONS[format]?.(text) ?? null;
  return [...(corrected === null ? [] : [corrected]), ...known].filter(
    (one, index, all) =>
      one !== text && all.indexOf(one) === index && whyNotText(format, one, () => null) === null,
  );
}

type Correction = (text: string) => string | null;

const CORRECTIONS: Readonly<Partial<Record<FieldFormat, Correction>>> = {
  duration: meantDuration,
  'duration-or-zero': meantDuration,
  seconds: meantSeconds,
  'retry-conditions': meantConditions,
  'url-path': (text) => (/\s/.test(text) ? null : `/${text}`),
  'route-host': bareHost,
  'rule-host': bareHost,
  'destination-host': bareHost,
  'plain-host': bareHost,
  'server-host': bareHost,
  'dns-label': meantName,
  'istio-label': meantName,
  'resource-name': meantName,
  'service-name': meantName,
  namespace: meantName,
};

const UNITS: readonly (readonly [RegExp, string, number])[] = [
  [/^(?:ms|msecs?|millis?|milliseconds?)$/, 'ms', 1],
  [/^(?:|s|secs?|seconds?)$/, 's', 1],
  [/^(?:m|mins?|minutes?)$/, 'm', 1],
  [/^(?:h|hrs?|hours?)$/, 'h', 1],
  [/^(?:d|days?)$/, 'h', 24],
];

/** A number with its unit written otherwise, or without: then seconds. */
function meantDuration(text: string): string | null {
  const [, size = '', word = ''] = /^(\d+(?:\.\d+)?)\s*([a-z]*)$/i.exec(text.trim()) ?? [];
  const unit = UNITS.find(([names]) => names.test(word.toLowerCase()));
  return size === '' || unit === undefined ? null : `${Number(size) * unit[2]}${unit[1]}`;
}

function meantSeconds(text: string): string | null {
  const milliseconds = readDuration(text) ?? readDuration(meantDuration(text) ?? '');
  return milliseconds === null ? null : `${Math.max(1, Math.ceil(milliseconds / 1000))}s`;
}

/** Each condition without spaces around it, and spelt as Istio knows it. */
function meantConditions(text: string): string | null {
  const words = text.split(/[\s,]+/).filter((word) => word !== '');
  const meant = words.map((word) =>
    /^\d{3}$/.test(word) ? word : nearestWords(word, RETRY_CONDITIONS)[0],
  );
  return meant.some((word) => word === undefined) ? null : [...new Set(meant)].join(',');
}

/** The host of a URL, or what stands in front of a port or a path. */
function bareHost(text: string): string | null {
  const [, host] =
    /^(?:[a-z][a-z0-9+.-]*:\/\/)?([^\s/:]+)(?::\d+)?(?:\/.*)?$/i.exec(text.trim()) ?? [];
  return host ?? null;
}

/** Small letters, and a dash for each run of signs that a name cannot have. */
function meantName(text: string): string | null {
  const name = text
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return name === '' ? null : name.slice(0, 63).replace(/-+$/, '');
}
