import { describe, expect, test } from 'vitest';
import {
  assume,
  buildSnapshot,
  changeAssumptions,
  createSnapshotDiagnoser,
  type Diagnostic,
  describeAssumable,
  finish,
  listDiagnostics,
} from '../../src/index.ts';
import {
  HAS_REAL_MANIFESTS,
  indexedManifests,
  readRealManifest,
} from '../support/real-manifests.ts';

/** The findings that say the same at the same place. */
function findSame(all: readonly Diagnostic[], one: Diagnostic): readonly Diagnostic[] {
  return all.filter(
    ({ code, resource, place, message, document }) =>
      code === one.code &&
      resource === one.resource &&
      message === one.message &&
      document === one.document &&
      JSON.stringify(place) === JSON.stringify(one.place),
  );
}

/** What is said to settle a finding of the text, and leaves it as it is. */
function findIdle(text: string): readonly string[] {
  const diagnoser = createSnapshotDiagnoser();
  const snapshot = buildSnapshot(text);
  const before = listDiagnostics(finish(diagnoser.diagnose(snapshot, null)));
  return before.flatMap((finding) =>
    finding.settledBy.flatMap((assumable) => {
      const assumed = assume(snapshot.assumptions, assumable);
      const other = changeAssumptions(snapshot, assumed);
      const after = listDiagnostics(finish(diagnoser.diagnose(other, null)));
      return findSame(after, finding).length === 0
        ? []
        : [`${finding.code} ${finding.resource} ${describeAssumable(assumable)}`];
    }),
  );
}

const WORLD = `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: edge, namespace: web}
spec:
  selector: {istio: ingressgateway}
  servers:
    - port: {number: 9443, name: https, protocol: HTTPS}
      tls: {mode: SIMPLE, credentialName: shop-tls}
      hosts: [a.example.com]
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: inner, namespace: web}
spec:
  selector: {istio: ingress}
  servers:
    - port: {number: 80, name: http, protocol: HTTP}
      hosts: [b.example.com]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: shop, namespace: web}
spec:
  hosts: [a.example.com]
  gateways: [edge, far/edge]
  exportTo: [web, elsewhere]
  http:
    - match: [{uri: {prefix: /x}, gateways: [distant/edge]}]
      route: [{destination: {host: x.payments.svc.cluster.local}}]
    - match: [{uri: {prefix: /y}}]
      route: [{destination: {host: api.partner.example}}]
    - match: [{uri: {prefix: /z}}]
      route: [{destination: {host: istio-ingressgateway.istio-system.svc.cluster.local, port: {number: 1}}}]
    - match: [{uri: {prefix: /d}}]
      delegate: {name: more, namespace: other}
    - route: [{destination: {host: nowhere}}]
---
apiVersion: v1
kind: Service
metadata: {name: cart, namespace: web}
spec: {ports: [{port: 80, name: http}]}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: wide, namespace: web}
spec: {host: "*.partner.example", trafficPolicy: {tls: {mode: ISTIO_MUTUAL}}}
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: out, namespace: web}
spec: {egress: [{hosts: ["*/db.partner.example"]}]}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: who, namespace: web}
spec: {rules: [{from: [{source: {namespaces: [team-b]}}]}]}
`;

describe('[A10] what is said to settle a finding', () => {
  test('changes it, each for itself', () => {
    expect(findIdle(WORLD)).toEqual([]);
  });

  test('is offered for everything that another team, the world or the installation decides', () => {
    const found = listDiagnostics(
      finish(createSnapshotDiagnoser().diagnose(buildSnapshot(WORLD), null)),
    );
    const offered = new Set(
      found.flatMap(({ settledBy }) => settledBy.map((one) => describeAssumable(one))),
    );
    expect([...offered].toSorted()).toEqual([
      'A gateway with the labels app=istio-ingress, istio=ingress runs in istio-ingress',
      'The Secret shop-tls exists in istio-system',
      'The Service istio-ingressgateway has the port 1, too',
      'The Service istio-ingressgateway has the port 9443, too',
      'The host *.partner.example exists outside this text',
      'The host api.partner.example exists outside this text',
      'The host db.partner.example exists outside this text',
      'The host nowhere.web.svc.cluster.local exists outside this text',
      'The host x.payments.svc.cluster.local exists outside this text',
      'The namespace distant belongs to another team',
      'The namespace elsewhere belongs to another team',
      'The namespace far belongs to another team',
      'The namespace other belongs to another team',
      'The namespace payments belongs to another team',
      'The namespace team-b belongs to another team',
    ]);
  });

  const files = indexedManifests().map(({ file }) => file);
  test.skipIf(!HAS_REAL_MANIFESTS)('changes it in real manifests', () => {
    const idle = files.flatMap((file) =>
      findIdle(readRealManifest(file)).map((one) => `${file}: ${one}`),
    );
    expect(idle).toEqual([]);
  });
});
