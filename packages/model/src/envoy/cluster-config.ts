import type { ResourceOf } from '../graph/graph-lookup.ts';
import type { FieldOrigin } from '../graph/topology.ts';
import type { ValueRecord } from '../resources/tolerant-value.ts';
import type { WeightedCluster } from './gateway-config.ts';

/** A cluster as istiod sends it: what its Service, its port and the DestinationRules for it make. */
export interface ClusterConfig {
  readonly discovery: Discovery;
  /** As the registry has it. */
  readonly service: {
    readonly host: string;
    readonly name: string;
    readonly namespace: string;
  };
  readonly isOfServiceEntry: boolean;
  /** Whether it is outside of the mesh. */
  readonly isExternal: boolean;
  /** Whether the protocol of the port is one of HTTP/2's. */
  readonly isHttp2: boolean;
  /** Whether the Service wants requests to stay in their zone or on their node. */
  readonly prefersNearEndpoints: boolean;
  /** The traffic policy that counts for this port and subset. */
  readonly policy: ValueRecord;
  /** The DestinationRule that it is of; of several the first. null: there is none. */
  readonly rule: ResourceOf<'DestinationRule'> | null;
  /** Whether endpoints that speak the mesh's mutual TLS are spoken to so, though no rule says it. */
  readonly findsMutualTls: boolean;
  /** Who the endpoints may be, as their certificates say it; sorted. */
  readonly identities: readonly string[];
  /** What is looked up, where names are; null where the text does not say. */
  readonly endpoints: readonly NamedEndpoint[] | null;
  /** The rules and subset that the policy is read from. */
  readonly origins: readonly FieldOrigin[];
}

/** As Envoy calls it: istiod tells the endpoints; or names are looked up; or they stay as they came. */
export type Discovery = 'EDS' | 'STRICT_DNS' | 'LOGICAL_DNS' | 'ORIGINAL_DST';

/** An endpoint of a ServiceEntry. */
export interface NamedEndpoint {
  /** A name or an address. */
  readonly address: string;
  readonly port: number;
  /** `region/zone/sub-zone`, each part may be absent; empty where nobody says. */
  readonly locality: string;
  /** 1 and more. */
  readonly weight: number;
  /** Whether its labels say that it speaks the mesh's mutual TLS. */
  readonly speaksMutualTls: boolean;
}

/** null: istiod sends no such cluster, and what is routed there fails. */
export type FindClusterConfig = (
  cluster: Pick<WeightedCluster, 'host' | 'port' | 'subset'>,
) => ClusterConfig | null;
