import type { FieldOrigin } from '../../../graph/topology.ts';
import {
  integerField,
  isRecord,
  listField,
  recordField,
  textField,
  type ValueRecord,
} from '../../../resources/tolerant-value.ts';
import type { WeightedCluster } from '../../gateway-config.ts';
import type { World } from '../world/world.ts';
import type { RulePods } from './effective-rule.ts';
import { findRegistryService } from './find-registry-service.ts';

/** Where destinations are named, and for whom they are looked up. */
export interface DestinationPlace {
  readonly world: World;
  /** Of the VirtualService that is on the Gateway, where its http routes are meant; null: others are. */
  readonly namedIn: string | null;
  /** The gateway's pods. */
  readonly pods: RulePods;
  /** The number of the Gateway's server: the port of destinations that have no other. */
  readonly serverPort: number;
}

/** The cluster's name, as istiod makes it. */
export function clusterName(host: string, port: number, subset: string | null): string {
  return `outbound|${port}|${subset ?? ''}|${host}`;
}

/**
 * The cluster of a destination with whole names. Its port: the one that is written; else the only
 * one of its Service; else the server's number.
 */
export function destinationCluster(
  { world, namedIn, pods, serverPort }: DestinationPlace,
  destination: ValueRecord,
  origin: FieldOrigin,
  { share, weight }: Pick<WeightedDestination, 'share' | 'weight'>,
): WeightedCluster {
  const written = textField(destination, 'host') ?? '';
  const service = findRegistryService(world, written, namedIn, pods.namespace);
  const host = service?.externalName ?? written;
  const [only, ...others] = service?.ports ?? [];
  const usual = only !== undefined && others.length === 0 ? only.number : serverPort;
  const named = integerField(recordField(destination, 'port'), 'number');
  const port = named ?? usual;
  const subset = textField(destination, 'subset');
  return {
    name: clusterName(host, port, subset),
    host,
    port,
    subset,
    portIsDefault: named === null,
    share,
    weight,
    origin,
  };
}

/** An entry of a route's `route` list that gets requests, and its part of them. */
export interface WeightedDestination {
  readonly value: ValueRecord;
  readonly index: number;
  /** 0 to 1. */
  readonly share: number;
  /** null where it is the only entry. */
  readonly weight: number | null;
}

/** What all requests go to. */
export const ALONE = { share: 1, weight: null };

/** One entry has all requests, whatever its weight; of several, those without a weight have none. */
export function weightedDestinations(route: ValueRecord): readonly WeightedDestination[] {
  const items = listField(route, 'route').flatMap((value, index) =>
    isRecord(value) ? [{ value, index }] : [],
  );
  const [only] = items;
  if (only !== undefined && items.length === 1) return [{ ...only, ...ALONE }];
  const weightOf = (value: ValueRecord): number => Math.max(integerField(value, 'weight') ?? 0, 0);
  const sum = items.reduce((total, { value }) => total + weightOf(value), 0);
  return items
    .filter(({ value }) => weightOf(value) > 0)
    .map(({ value, index }) => {
      const weight = weightOf(value);
      return { value, index, share: weight / sum, weight };
    });
}

/** The clusters of a route's destinations; `origin` is that of its `route` list. */
export function routeClusters(
  place: DestinationPlace,
  route: ValueRecord,
  { resourceId, path }: FieldOrigin,
): readonly WeightedCluster[] {
  return weightedDestinations(route).map((entry) =>
    destinationCluster(
      place,
      recordField(entry.value, 'destination'),
      { resourceId, path: [...path, entry.index, 'destination'] },
      entry,
    ),
  );
}
