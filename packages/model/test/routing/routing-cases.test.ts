import { describe, expect, test } from 'vitest';
import { mergeDelegatedRoute } from '../../src/envoy/compile/delegates/merge-delegated-route.ts';
import { mergeMatchBlocks } from '../../src/envoy/compile/delegates/merge-match-blocks.ts';
import { mergeServers } from '../../src/envoy/compile/gateways/merge-servers.ts';
import type { MatchBlock, RouteRule } from '../../src/envoy/compile/services/route-rule.ts';
import { rulesOf } from '../../src/envoy/compile/services/virtual-service-rules.ts';
import { findDelegateConflict } from '../../src/envoy/delegate-conflict.ts';
import { isOf } from '../../src/graph/graph-lookup.ts';
import { buildSnapshot, resolveGatewayName } from '../../src/index.ts';
import { isRecord, listField, type ValueRecord } from '../../src/resources/tolerant-value.ts';
import {
  casesOf,
  compileCase,
  HAS_ROUTING_CASES,
  type RoutingCase,
  worldOf,
} from './routing-case.ts';

// Istio's own cases (Apache-2.0), as they were extracted from its tests; see SPEC section V.

const NOWHERE = { resourceId: 'VirtualService/default/case', path: [] };

function blocksOf(values: readonly ValueRecord[]): readonly MatchBlock[] {
  return values.map((value) => ({ value, origins: [NOWHERE] }));
}

function ruleOf(value: ValueRecord): RouteRule {
  const blocks = blocksOf(listField(value, 'match').filter(isRecord));
  return { value, origin: NOWHERE, delegatedBy: null, inherited: [], blocks };
}

/** Without fields that say nothing, and without what only the manifest has. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (!isRecord(value)) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== null);
  return Object.fromEntries(entries.map(([name, inner]) => [name, plain(inner)]));
}

describe.skipIf(!HAS_ROUTING_CASES)("[V20] Istio's own cases of delegates", () => {
  interface Conflict extends RoutingCase {
    readonly root: ValueRecord;
    readonly delegate: ValueRecord;
    readonly expected: boolean;
  }

  test.each(casesOf<Conflict>('delegateConflict'))('$name', ({ root, delegate, expected }) => {
    expect(findDelegateConflict(root, delegate) !== null).toBe(expected);
  });

  interface Matches extends RoutingCase {
    readonly root: readonly ValueRecord[];
    readonly delegate: readonly ValueRecord[];
    readonly expected: readonly ValueRecord[] | null;
  }

  test.each(casesOf<Matches>('delegateMatches'))('$name', ({ root, delegate, expected }) => {
    const merged = mergeMatchBlocks(blocksOf(root), blocksOf(delegate));
    expect(merged?.map(({ value }) => value) ?? null).toEqual(expected);
  });

  interface Routes extends RoutingCase {
    readonly root: ValueRecord;
    readonly delegate: readonly ValueRecord[];
    readonly expected: readonly ValueRecord[];
  }

  test.each(casesOf<Routes>('delegateRoutes'))('$name', ({ root, delegate, expected }) => {
    const merged = delegate.flatMap((own) => mergeDelegatedRoute(ruleOf(root), ruleOf(own)) ?? []);
    expect(plain(merged.map(({ value }) => value))).toEqual(plain(expected));
  });

  interface Merge extends RoutingCase {
    readonly defaultExportTo: readonly string[];
    readonly expected: { readonly virtualServices: string };
  }

  test.each(casesOf<Merge>('delegateMerge'))('$name', (one) => {
    const world = worldOf(one, one.defaultExportTo);
    const roots = world.virtualServices.filter(({ details }) => details.hosts.length > 0);
    const merged = roots.map((root) => rulesOf(world, root).http.map(({ value }) => value));
    const expected = buildSnapshot(one.expected.virtualServices).resources.map(({ value }) =>
      listField(Object(value.spec), 'http'),
    );
    expect(plain(merged)).toEqual(plain(expected));
  });
});

describe.skipIf(!HAS_ROUTING_CASES)("[V21] Istio's own cases of Gateways", () => {
  interface Name extends RoutingCase {
    readonly gateway: string;
    readonly namespace: string;
    readonly expected: string;
  }

  test.each(casesOf<Name>('gatewayName'))('$name', ({ gateway, namespace, expected }) => {
    const named = resolveGatewayName(gateway, namespace);
    expect(`${named?.namespace}/${named?.name}`).toBe(expected);
  });

  interface Merged extends RoutingCase {
    readonly expected: {
      readonly mergedServers: number;
      readonly servers: number;
      readonly serversByRouteName: Readonly<Record<string, number>>;
      readonly gatewayNames: number;
    };
  }

  /** In the order of the documents, which is that of the test. */
  test.each(casesOf<Merged>('mergedGateway'))('$name', (one) => {
    const { resources } = buildSnapshot(one.configs ?? '');
    const gateways = resources.flatMap((gateway) =>
      isOf(gateway, 'Gateway') ? [{ gateway, fronts: [], namesServices: false }] : [],
    );
    const { states, ports, byRouteConfig } = mergeServers(gateways, false);
    const counts = [...byRouteConfig].map(([name, servers]) => [name, servers.length]);
    expect({
      mergedServers: ports.size,
      servers: [...ports.values()].flatMap(({ servers }) => servers).length,
      serversByRouteName: Object.fromEntries(counts),
      gatewayNames: new Set(states.map(({ gateway }) => gateway)).size,
    }).toEqual(one.expected);
  });

  interface Listeners extends RoutingCase {
    readonly expected: { readonly listeners: readonly string[] };
  }

  test.each(casesOf<Listeners>('listeners'))('$name', (one) => {
    expect(compileCase(one).listeners.map(({ name }) => name)).toEqual(one.expected.listeners);
  });

  interface Valid extends RoutingCase {
    readonly expected: { readonly acceptedByEnvoy: boolean };
  }

  test.each(casesOf<Valid>('listenersValid'))('$name', (one) => {
    const { listeners } = compileCase(one);
    expect(listeners.length).toBeGreaterThan(0);
    expect(listeners.every(({ rejection }) => rejection === null)).toBe(
      one.expected.acceptedByEnvoy,
    );
  });

  interface Config extends RoutingCase {
    readonly routeName: string;
    readonly expected: {
      readonly requireTls: boolean;
      readonly virtualHosts: Readonly<
        Record<string, { readonly domains: readonly string[]; readonly routes: number }>
      >;
    };
  }

  test.each(casesOf<Config>('routeConfig'))('$name', (one) => {
    const hosts = compileCase(one).routeConfigs.get(one.routeName)?.virtualHosts ?? [];
    const found = hosts.map(({ name, domains, routes }) => [
      name,
      { domains, routes: routes.length },
    ]);
    expect({
      requireTls: hosts.some(({ requiresTls }) => requiresTls),
      virtualHosts: Object.fromEntries(found),
    }).toEqual(one.expected);
  });
});
