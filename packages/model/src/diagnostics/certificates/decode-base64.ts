const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The bytes of a base64 text, white space left out; null where it is none. */
export function decodeBase64(text: string): Uint8Array | null {
  const written = text.replace(/\s+/g, '');
  const digits = written.replace(/={1,2}$/, '');
  const isWhole = written.length % 4 === 0 && /^[A-Za-z0-9+/]*$/.test(digits);
  if (!isWhole) return null;
  const bytes = new Uint8Array(Math.floor((digits.length * 6) / 8));
  let bits = 0;
  let count = 0;
  let next = 0;
  for (const digit of digits) {
    bits = ((bits << 6) | ALPHABET.indexOf(digit)) & 0xffff;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes[next] = (bits >> count) & 0xff;
    next += 1;
  }
  return bytes;
}

/** The bytes as text, one character each: enough for PEM. */
export function readLatin(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
