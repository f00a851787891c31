import { textField, type ValueRecord } from '../tolerant-value.ts';

/** A Kubernetes Secret; its values are never read. */
export interface Secret {
  readonly type: 'Secret';
  readonly secretType: string;
}

/** Reads what kind of Secret it is, and nothing else. */
export function readSecret(manifest: ValueRecord): Secret {
  return { type: 'Secret', secretType: textField(manifest, 'type') ?? 'Opaque' };
}
