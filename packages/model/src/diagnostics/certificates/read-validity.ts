import { decodeBase64, readLatin } from './decode-base64.ts';
import { type DerValue, readDer, readDerItems } from './read-der.ts';

/** From when to when a certificate is valid, in milliseconds since 1970. */
export interface Validity {
  readonly notBefore: number;
  readonly notAfter: number;
}

const PEM_BLOCK = /-----BEGIN ([A-Z0-9 ]+)-----\r?\n([\s\S]*?)-----END \1-----/;

/** The validity of each certificate in the first PEM block of a text; null where it is no certificate. */
export function readValidities(pem: string): readonly Validity[] | null {
  const body = PEM_BLOCK.exec(pem)?.[2];
  const bytes = body === undefined ? null : decodeBase64(body);
  if (bytes === null || bytes.length === 0) return null;
  const all: Validity[] = [];
  for (let at = 0; at < bytes.length; ) {
    const certificate = readDer(bytes, at, bytes.length);
    const validity = certificate === null ? null : readValidity(bytes, certificate);
    if (certificate === null || validity === null) return null;
    all.push(validity);
    at = certificate.end;
  }
  return all;
}

const SEQUENCE = 0x30;
const EXPLICIT_VERSION = 0xa0;

/** Certificate → to be signed → [version], serial number, signature, issuer, validity, … */
function readValidity(bytes: Uint8Array, certificate: DerValue): Validity | null {
  const [signed] = readSequence(bytes, certificate) ?? [];
  const fields = signed === undefined ? null : readSequence(bytes, signed);
  if (fields === null) return null;
  const validity = fields[fields[0]?.tag === EXPLICIT_VERSION ? 4 : 3];
  const times = validity === undefined ? null : readSequence(bytes, validity);
  const [from, to] = times ?? [];
  const notBefore = from === undefined ? null : readTime(bytes, from);
  const notAfter = to === undefined ? null : readTime(bytes, to);
  return notBefore === null || notAfter === null ? null : { notBefore, notAfter };
}

function readSequence(bytes: Uint8Array, value: DerValue): readonly DerValue[] | null {
  return value.tag === SEQUENCE ? readDerItems(bytes, value) : null;
}

const UTC_TIME = 0x17;
const GENERALIZED_TIME = 0x18;

/** `YYMMDDHHMMSSZ`, with years of 1950 to 2049, or `YYYYMMDDHHMMSSZ`. */
function readTime(bytes: Uint8Array, { tag, start, end }: DerValue): number | null {
  if (tag !== UTC_TIME && tag !== GENERALIZED_TIME) return null;
  const written = readLatin(bytes.subarray(start, end));
  const digits = /^(\d{2,4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/.exec(written);
  if (digits === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = digits
    .slice(1)
    .map(Number);
  const whole = tag === GENERALIZED_TIME ? year : year + (year < 50 ? 2000 : 1900);
  return Date.UTC(whole, month - 1, day, hour, minute, second);
}
