import { textField, type ValueRecord } from '../tolerant-value.ts';

/** A Kubernetes Secret; its values are never read. */
export interface Secret {
  readonly secretType: string;
}

/** Reads what kind of Secret it is, and nothing else. */
export function readSecret(manifest: ValueRecord): Secret {
  return { secretType: textField(manifest, 'type') ?? 'Opaque' };
}
