/** A certificate as PEM that is valid from `YYMMDDHHMMSS`, or `YYYYMMDDHHMMSS`, on and until then, and has of all else just enough to be read. */
export function makeCertificate(notBefore: string, notAfter: string): string {
  const name = der(0x30, []);
  const validity = der(0x30, [...time(notBefore), ...time(notAfter)]);
  const version = der(0xa0, der(0x02, [2]));
  const serial = der(0x02, [1]);
  const signed = der(0x30, [...version, ...serial, ...name, ...name, ...validity, ...name]);
  const bytes = der(0x30, [...signed, ...name]);
  return `-----BEGIN CERTIFICATE-----\n${encodeBase64(bytes)}\n-----END CERTIFICATE-----\n`;
}

/** A text in base64, as the data of a Secret has it. */
export function encodeText(text: string): string {
  return encodeBase64([...text].map((char) => char.charCodeAt(0)));
}

function encodeBase64(bytes: readonly number[]): string {
  return btoa(String.fromCharCode(...bytes));
}

/** Twelve digits are a UTCTime, fourteen a GeneralizedTime. */
function time(digits: string): readonly number[] {
  const bytes = [...`${digits}Z`].map((char) => char.charCodeAt(0));
  return der(digits.length === 14 ? 0x18 : 0x17, bytes);
}

function der(tag: number, content: readonly number[]): readonly number[] {
  const { length } = content;
  return length < 128
    ? [tag, length, ...content]
    : [tag, 0x82, length >> 8, length & 255, ...content];
}
