import { parseDocument } from '../../documents/parse-document.ts';
import type { Resource } from '../../resources/resource.ts';
import {
  isRecord,
  recordField,
  textField,
  type ValueRecord,
} from '../../resources/tolerant-value.ts';
import type { Lookup } from '../engine/check.ts';
import type { Relation } from '../engine/relation.ts';
import { EVERY } from './pods.ts';

const OPERATOR = 'IstioOperator.install.istio.io';

/** What holds the settings of the mesh: the ConfigMap that Istio reads, or what it is installed from. */
export const MESH_CONFIGS: Relation = {
  name: 'mesh-configs',
  kinds: ['ConfigMap', OPERATOR],
  keysOf: ({ kind, namespace, name }) =>
    kind !== 'ConfigMap' || (namespace === 'istio-system' && name === 'istio') ? [EVERY] : [],
};

/** The settings of the mesh; null where the text has none. */
export function findMeshConfig(lookup: Lookup): ValueRecord | null {
  const [first] = lookup.find(MESH_CONFIGS, EVERY);
  return first === undefined ? null : readMeshConfig(first);
}

function readMeshConfig({ kind, value }: Resource): ValueRecord | null {
  if (kind !== 'ConfigMap') return recordField(recordField(value, 'spec'), 'meshConfig');
  const { value: config } = parseDocument(textField(recordField(value, 'data'), 'mesh') ?? '');
  return isRecord(config) ? config : null;
}
