import type { Labels } from '../resource.ts';

/** A Kubernetes Service. */
export interface Service {
  /** `ClusterIP` where it is absent. */
  readonly type: string;
  /** null where it is absent or empty: then it selects nothing. */
  readonly selector: Labels | null;
  readonly ports: readonly ServicePort[];
  readonly externalName: string | null;
}

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
