import type { Resource } from '../../resources/resource.ts';
import { recordField, textField } from '../../resources/tolerant-value.ts';
import { decodeBase64, readLatin } from './decode-base64.ts';
import { readValidities } from './read-validity.ts';

/** Names by which a Secret may hold a certificate and its key, in the order in which Istio looks. */
const NAMES = [
  ['cert', 'key'],
  ['tls.crt', 'tls.key'],
] as const;

/**
 * What makes a Secret no credential of a Gateway at a time, in words that show none of its values;
 * null where nothing does. Istio never looks into the key.
 */
export function findSecretFault({ value }: Resource, now: number): string | null {
  const data = recordField(value, 'data');
  const plain = recordField(value, 'stringData');
  const has = (name: string) => (textField(plain, name) ?? textField(data, name)) !== null;
  const [certificate] = NAMES.find((names) => names.every(has)) ?? [];
  if (certificate === undefined) return 'has not both tls.crt and tls.key';
  const pem = textField(plain, certificate) ?? decode(textField(data, certificate) ?? '');
  const validities = pem === null ? null : readValidities(pem);
  if (validities === null) return `has no certificate in ${certificate}`;
  if (validities.some(({ notAfter }) => now > notAfter))
    return 'has a certificate that has expired';
  return validities.some(({ notBefore }) => now < notBefore)
    ? 'has a certificate that is not valid yet'
    : null;
}

function decode(text: string): string | null {
  const bytes = decodeBase64(text);
  return bytes === null ? null : readLatin(bytes);
}

/** Whether the Secret has what a Gateway's credential has, valid or not. */
export function isCredential({ value }: Resource): boolean {
  const holds = [recordField(value, 'data'), recordField(value, 'stringData')];
  return (
    textField(value, 'type') === 'kubernetes.io/tls' ||
    NAMES.some(([name]) => holds.some((record) => textField(record, name) !== null))
  );
}
