/** A host as it is sent: labels with other letters than ASCII's in Punycode (`xn--bcher-kva.example`). */
export function encodeHost(host: string): string {
  return host
    .split('.')
    .map((label) => (isAscii(label) ? label : `xn--${encodeLabel(label)}`))
    .join('.');
}

function isAscii(text: string): boolean {
  return Array.from(text).every((sign) => codeOf(sign) < FIRST);
}

function codeOf(sign: string): number {
  return sign.codePointAt(0) ?? 0;
}

/** The first code that is not ASCII's. */
const FIRST = 128;
const BASE = 36;
const LOWEST = 1;
const HIGHEST = 26;

/** RFC 3492: the letters of ASCII, and behind them which others stand where. */
function encodeLabel(label: string): string {
  const codes = Array.from(label.normalize('NFC').toLowerCase(), codeOf);
  const plain = codes.filter((code) => code < FIRST);
  let text = String.fromCodePoint(...plain) + (plain.length > 0 ? '-' : '');
  let handled = plain.length;
  let bias = 72;
  let delta = 0;
  let last = FIRST;
  while (handled < codes.length) {
    const next = Math.min(...codes.filter((code) => code >= last));
    delta += (next - last) * (handled + 1);
    for (const code of codes) {
      if (code < next) delta += 1;
      if (code !== next) continue;
      text += encodeNumber(delta, bias);
      bias = adapt(delta, handled + 1, handled === plain.length);
      delta = 0;
      handled += 1;
    }
    delta += 1;
    last = next + 1;
  }
  return text;
}

function encodeNumber(delta: number, bias: number): string {
  let text = '';
  let rest = delta;
  for (let place = BASE; ; place += BASE) {
    const limit = Math.min(Math.max(place - bias, LOWEST), HIGHEST);
    if (rest < limit) return text + digit(rest);
    text += digit(limit + ((rest - limit) % (BASE - limit)));
    rest = Math.floor((rest - limit) / (BASE - limit));
  }
}

/** `a` to `z`, then `0` to `9`. */
function digit(value: number): string {
  return String.fromCodePoint(value < 26 ? value + 97 : value + 22);
}

function adapt(delta: number, points: number, isFirst: boolean): number {
  let rest = Math.floor(delta / (isFirst ? 700 : 2));
  rest += Math.floor(rest / points);
  let bias = 0;
  for (; rest > ((BASE - LOWEST) * HIGHEST) / 2; bias += BASE)
    rest = Math.floor(rest / (BASE - LOWEST));
  return bias + Math.floor(((BASE - LOWEST + 1) * rest) / (rest + 38));
}
