import { expect, test } from 'vitest';
import { PICTURE_COLORS, type PictureColors } from '../../src/index.ts';
import { readRepositoryFile } from '../repository/repository-files.ts';

const tokens = readRepositoryFile('web/src/ui/tokens.css');

type Tokens = ReadonlyMap<string, string>;

/** The token that the canvas draws it with. */
const TOKENS: Readonly<Record<Exclude<keyof PictureColors, 'flat' | 'stale'>, string>> = {
  sea: 'sea',
  raised: 'raised',
  sunk: 'sunk',
  line: 'line',
  border: 'line-strong',
  ink: 'ink',
  ink2: 'ink-2',
  ink3: 'ink-3',
  accent: 'accent',
  accentSoft: 'accent-soft',
  edge: 'edge',
  brokenEdge: 'error',
  error: 'error',
  errorSoft: 'error-soft',
  warn: 'warn',
  warnSoft: 'warn-soft',
  LoadBalancer: 'lb',
  LoadBalancerSoft: 'lb-soft',
  Gateway: 'gw',
  GatewaySoft: 'gw-soft',
  VirtualService: 'vs',
  VirtualServiceSoft: 'vs-soft',
  Service: 'svc',
  ServiceSoft: 'svc-soft',
  ServiceEntry: 'se',
  ServiceEntrySoft: 'se-soft',
};

test.each(['light', 'dark'] as const)(
  '[L35] the %s picture has the colours of the app',
  (theme) => {
    const colors = tokensOf(theme);
    const color = (name: string) => colors.get(name) ?? `no token ${name}`;
    const expected = Object.fromEntries(
      Object.entries(TOKENS).map(([paint, token]) => [paint, color(token)]),
    );
    expect(PICTURE_COLORS[theme]).toEqual({
      ...expected,
      // As the style of nodes mixes them.
      flat: mixed(color('raised'), color('sea'), 0.7),
      stale: mixed(color('raised'), color('sea'), 0.55),
    });
  },
);

test('[L35] lines of the transparent picture stand out from white and from black', () => {
  const { edge, brokenEdge } = PICTURE_COLORS.transparent;
  for (const line of [edge, brokenEdge]) {
    expect(contrast(line, '#ffffff')).toBeGreaterThanOrEqual(3);
    expect(contrast(line, '#0d1117')).toBeGreaterThanOrEqual(3);
  }
});

function tokensOf(theme: 'light' | 'dark'): Tokens {
  const [, block = ''] = tokens.split(`[data-theme="${theme}"] {`);
  const found = (block.split('}')[0] ?? '').matchAll(/--([\w-]+): (#[0-9a-f]+);/g);
  return new Map([...found].map(([, name = '', value = '']) => [name, longForm(value)]));
}

function longForm(color: string): string {
  return color.length === 4 ? color.replace(/[0-9a-f]/g, '$&$&') : color;
}

function channels(color: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
}

function mixed(one: string, other: string, share: number): string {
  const others = channels(other);
  const parts = channels(one).map((value, index) =>
    Math.round(value * share + (others[index] ?? 0) * (1 - share)),
  );
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/** The ratio that the Web Content Accessibility Guidelines define. */
function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = channels(color).map((value) => {
    const part = value / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
