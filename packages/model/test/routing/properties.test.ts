import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findRouteRequest, routePlaces } from '../../src/envoy/trace/requests/route-requests.ts';
import {
  buildSnapshot,
  type DiagnosticPlace,
  diagnoseSnapshot,
  effectiveTables,
  type FieldPath,
  listDiagnostics,
  loadSchema,
  requestForRoute,
  requestsForRoutes,
  type Trace,
  traceRequest,
} from '../../src/index.ts';
import { loadRegexEngine } from '../../src/schema/values/regex-engine.ts';
import { requestScenes } from '../../src/snapshot-routes.ts';
import { oddManifest } from '../support/odd-manifest.ts';
import { RUNS, TIMEOUT } from '../support/runs.ts';
import { randomIngress } from './random-ingress.ts';

const regex = await loadRegexEngine();
const schema = await loadSchema();

/** Each world is traced route by route, so fewer of them say as much. */
const WORLDS = Math.ceil(RUNS / 4);

/** Where the trace's route is written. */
function takenBy({ steps }: Trace): string {
  const step = steps.find(({ hop, matched }) => hop === 'route' && matched);
  const [first] = step?.origins ?? [];
  return `${first?.resourceId} ${first?.path.join('.')}`;
}

/** A whole route is marked at its "match". */
function pathOf(place: DiagnosticPlace): FieldPath {
  const path = 'path' in place ? place.path : [];
  return path.at(-1) === 'match' ? path.slice(0, -1) : path;
}

describe('compile and trace in random worlds', () => {
  test(
    '[V15] compiling never throws, and every compiled route is reached by a request, or is shadowed',
    () => {
      fc.assert(
        fc.property(randomIngress, (text) => {
          const snapshot = buildSnapshot(text);
          for (const scene of requestScenes(snapshot, regex))
            for (const place of routePlaces(scene.config)) {
              const found = findRouteRequest(scene, place);
              // Only several routes together can take all of it without one that is proven to.
              const before = place.virtualHost.routes.indexOf(place.route);
              if (before < 2) expect(['reached', 'shadowed']).toContain(found.kind);
              // What Envoy refuses as a whole, or has no certificate for, is reached by nothing.
              const isRefused =
                place.routeConfig.rejection !== null ||
                place.listener.rejection !== null ||
                place.chain.tls?.credential?.status === 'missing';
              if (found.kind !== 'reached' || isRefused || place.virtualHost.requiresTls) continue;
              const trace = traceRequest(snapshot, found.request, regex);
              const [own = place.route.rule] = place.route.matchedBy;
              expect(trace.workload).toBe(scene.config.workload.id);
              expect(trace.routeConfig).toBe(place.routeConfig.name);
              expect(trace.virtualHost).toBe(place.virtualHost.name);
              expect(takenBy(trace)).toBe(`${own.resourceId} ${own.path.join('.')}`);
            }
        }),
        { numRuns: WORLDS },
      );
    },
    TIMEOUT,
  );

  test(
    '[V15] odd values in any field throw nowhere',
    () => {
      const oddText = fc
        .tuple(randomIngress, fc.array(oddManifest, { maxLength: 4 }))
        .map(([text, odd]) =>
          [text, ...odd.map((manifest) => JSON.stringify(manifest))].join('\n---\n'),
        );
      fc.assert(
        fc.property(oddText, (text) => {
          const snapshot = buildSnapshot(text);
          effectiveTables(snapshot, regex);
          for (const request of requestsForRoutes(snapshot, regex))
            expect(traceRequest(snapshot, request, regex).steps.length).toBeGreaterThan(0);
        }),
        { numRuns: WORLDS },
      );
    },
    TIMEOUT,
  );

  test(
    '[V15] what the diagnosis calls unreachable, no request reaches',
    () => {
      fc.assert(
        fc.property(randomIngress, (text) => {
          const snapshot = buildSnapshot(text);
          for (const { code, resource, place } of listDiagnostics(
            diagnoseSnapshot(snapshot, schema),
          ))
            if (code === 'PTL210' && resource !== null)
              expect(requestForRoute(snapshot, resource, pathOf(place), regex).ok).toBe(false);
        }),
        { numRuns: WORLDS },
      );
    },
    TIMEOUT,
  );

  const ELSEWHERE = `
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: zz-elsewhere, namespace: elsewhere}
spec:
  hosts: [elsewhere.example.org]
  gateways: [elsewhere]
  http: [{route: [{destination: {host: elsewhere}}]}]
---
apiVersion: v1
kind: Service
metadata: {name: elsewhere, namespace: elsewhere}
spec: {selector: {elsewhere: "yes"}, ports: [{port: 80}]}
`;

  test(
    '[V14] an edit elsewhere changes no trace',
    () => {
      fc.assert(
        fc.property(randomIngress, (text) => {
          const before = buildSnapshot(text);
          const after = buildSnapshot(text + ELSEWHERE);
          for (const request of requestsForRoutes(before, regex))
            expect(traceRequest(after, request, regex)).toEqual(
              traceRequest(before, request, regex),
            );
        }),
        { numRuns: WORLDS },
      );
    },
    TIMEOUT,
  );
});
