import { expect, test } from 'vitest';
import { expectMarked } from '../../../../test/support/marked-findings.ts';

const service = (type: string, status: string, reason = 'NoWaypoint') => `apiVersion: v1
kind: Service
metadata: {name: cart}
spec: {ports: [{port: 80, name: http}]}
status:
  conditions:
    - {type: ${type}, status: ${status}, reason: ${reason}, message: nothing there}
`;

test('[A133] what the cluster refused, it says in the status', () => {
  const [one] = expectMarked('IST0171', service('istio.io/WaypointBound', '«"False"»'));
  expect(one).toMatchObject({ severity: 'warning', certainty: 'wrong' });
  expect(one?.message).toContain('(NoWaypoint): nothing there');
  expectMarked('IST0171', service('istio.io/WaypointBound', '"True"'));
  expectMarked('IST0171', service('Ready', '"False"'));
});

test('[A133] a policy that is accepted in part, and a route by a parent', () => {
  const policy = `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: who}
status: {conditions: [{type: WaypointAccepted, status: "True", reason: «PartiallyInvalid»}]}
`;
  expectMarked('IST0171', policy);
  const route = `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: shop}
status: {parents: [{conditions: [{type: Accepted, status: «"False"», reason: NoParent}]}]}
`;
  expectMarked('IST0171', route);
});
