import type { Labels } from '../resource.ts';
import {
  fieldOf,
  findLabels,
  integerField,
  readItems,
  recordField,
  textField,
  type ValueRecord,
} from '../tolerant-value.ts';

/** A Kubernetes Service. */
export interface Service {
  readonly type: 'Service';
  /** `ClusterIP` where it is absent. */
  readonly serviceType: string;
  /** null where it is absent or empty: then it selects nothing. */
  readonly selector: Labels | null;
  readonly ports: readonly ServicePort[];
  readonly externalName: string | null;
}

/** A port of a Service; `index` is its 0-based place in `ports`. */
export interface ServicePort {
  readonly index: number;
  readonly name: string;
  readonly port: number | null;
  /** A number or a container port's name; the port itself where it is absent. */
  readonly targetPort: number | string | null;
  /** `TCP` where it is absent. */
  readonly protocol: string;
  readonly appProtocol: string | null;
}

/** Reads a Service manifest; what has the wrong type is left out. */
export function readService(manifest: ValueRecord): Service {
  const spec = recordField(manifest, 'spec');
  return {
    type: 'Service',
    serviceType: textField(spec, 'type') ?? 'ClusterIP',
    selector: findLabels(spec, 'selector'),
    ports: readItems(spec, 'ports', readPort),
    externalName: textField(spec, 'externalName'),
  };
}

function readPort(port: ValueRecord, index: number): ServicePort {
  const number = integerField(port, 'port');
  return {
    index,
    name: textField(port, 'name') ?? '',
    port: number,
    targetPort: readTargetPort(fieldOf(port, 'targetPort')) ?? number,
    protocol: textField(port, 'protocol') ?? 'TCP',
    appProtocol: textField(port, 'appProtocol'),
  };
}

function readTargetPort(value: unknown): number | string | null {
  if (typeof value === 'number' && Number.isInteger(value) && value !== 0) return value;
  return typeof value === 'string' && value !== '' ? value : null;
}
