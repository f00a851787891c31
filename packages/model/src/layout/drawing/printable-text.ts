/**
 * A text as it can stand in a picture: white space is one space, and what no file format and no
 * font can hold (control characters, halves of pairs, marks that turn the direction) is "�".
 */
export function printableText(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.replace(/\s+/gu, ' ').replace(UNPRINTABLE, '\ufffd');
}

const PLAIN = /^(?:[!-~]| (?! ))*$/;
const UNPRINTABLE =
  /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/gu;
