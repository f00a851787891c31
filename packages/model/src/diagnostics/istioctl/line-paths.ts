import type { FieldPath } from '../../documents/field-path.ts';
import type { Code } from '../codes/catalogue.ts';

const NAME: FieldPath = ['metadata', 'name'];

/**
 * The field whose line istioctl names, from where Portolan reports the code; null where it names the
 * whole resource. Its line is that of the resource too where the text has no value there.
 */
const LINE_PATHS: Partial<Readonly<Record<Code, (path: FieldPath) => FieldPath | null>>> = {
  IST0101: (path) => (path.includes('gateways') ? path : destinationHost(path)),
  IST0109: () => NAME,
  IST0128: lastField('caCertificates'),
  IST0129: lastField('caCertificates'),
  IST0132: (path) => path,
  IST0134: lastField('name'),
  IST0138: () => NAME,
  IST0165: (path) => path,
  IST0177: () => NAME,
};

/** The field whose line istioctl names for a finding of this code at this path of the resource; null: none. */
export function linePathOf(code: Code, path: FieldPath): FieldPath | null {
  return LINE_PATHS[code]?.(path) ?? null;
}

/** It looks for the host of an entry of `mirrors` where there is none. */
function destinationHost(path: FieldPath): FieldPath | null {
  return path.includes('mirrors') ? null : lastField('host')(path);
}

function lastField(name: string): (path: FieldPath) => FieldPath {
  return (path) => [...path.slice(0, -1), name];
}
