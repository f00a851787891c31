import {
  findTexts,
  integerField,
  readItems,
  recordField,
  textField,
  textsField,
  type ValueRecord,
} from '../tolerant-value.ts';

/** A `networking.istio.io` ServiceEntry. */
export interface ServiceEntry {
  readonly type: 'ServiceEntry';
  readonly hosts: readonly string[];
  readonly ports: readonly ServiceEntryPort[];
  readonly location: string;
  readonly resolution: string;
  readonly exportTo: readonly string[] | null;
}

/** A port of a ServiceEntry; `index` is its 0-based place in `ports`. */
export interface ServiceEntryPort {
  readonly index: number;
  readonly number: number | null;
  readonly name: string;
  readonly protocol: string;
  readonly targetPort: number | null;
}

/** Reads a ServiceEntry manifest; what has the wrong type is left out. */
export function readServiceEntry(manifest: ValueRecord): ServiceEntry {
  const spec = recordField(manifest, 'spec');
  return {
    type: 'ServiceEntry',
    hosts: textsField(spec, 'hosts'),
    ports: readItems(spec, 'ports', readPort),
    location: textField(spec, 'location') ?? 'MESH_EXTERNAL',
    resolution: textField(spec, 'resolution') ?? 'NONE',
    exportTo: findTexts(spec, 'exportTo'),
  };
}

function readPort(port: ValueRecord, index: number): ServiceEntryPort {
  return {
    index,
    number: integerField(port, 'number'),
    name: textField(port, 'name') ?? '',
    protocol: textField(port, 'protocol') ?? '',
    targetPort: integerField(port, 'targetPort'),
  };
}
