const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The text's UTF-8 in base64. */
export function encodeBase64(text: string): string {
  const bytes = [...utf8(text)];
  let encoded = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [one = 0, two, three] = bytes.slice(at, at + 3);
    const all = (one << 16) | ((two ?? 0) << 8) | (three ?? 0);
    const signs = [18, 12, 6, 0].map((shift) => SIGNS.charAt((all >> shift) & 63)).join('');
    const kept = two === undefined ? 2 : three === undefined ? 3 : 4;
    encoded += signs.slice(0, kept).padEnd(4, '=');
  }
  return encoded;
}

function* utf8(text: string): Generator<number> {
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    if (code < 0x80) yield code;
    else {
      const more = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
      yield ((0xff00 >> (more + 1)) & 0xff) | (code >> (6 * more));
      for (let left = more - 1; left >= 0; left -= 1) yield 0x80 | ((code >> (6 * left)) & 63);
    }
  }
}
