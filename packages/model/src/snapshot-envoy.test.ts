import { expect, test } from 'vitest';
import { dumpGateway } from './envoy/dump/dump-gateway.ts';
import { buildSnapshot } from './snapshot.ts';
import { gatewayConfigs, gatewayConfigsInSlices } from './snapshot-envoy.ts';
import { finish } from './text/slices.ts';

const GATEWAY = `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: public}
spec:
  selector: {istio: ingressgateway}
  servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ["*"]}]
`;

function virtualService(index: number): string {
  return `---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: app-${index}}
spec:
  hosts: [app-${index}.example.com]
  gateways: [public]
  http: [{route: [{destination: {host: app}}]}]
`;
}

const COUNT = 20;

function snapshotOfMany() {
  const services = Array.from({ length: COUNT }, (_, index) => virtualService(index));
  return buildSnapshot(GATEWAY + services.join(''));
}

test('[V47] compiling pauses after each VirtualService, and nothing is compiled twice', () => {
  const snapshot = snapshotOfMany();
  const slices = gatewayConfigsInSlices(snapshot);
  let pauses = 0;
  let step = slices.next();
  for (; step.done !== true; step = slices.next()) pauses += 1;
  expect(pauses).toBeGreaterThan(COUNT);
  expect(gatewayConfigsInSlices(snapshot).next()).toEqual({ done: true, value: step.value });
});

test('[V47] two that compile one text in turns get the same, and who stops leaves nothing', () => {
  const snapshot = snapshotOfMany();
  const one = gatewayConfigsInSlices(snapshot);
  const other = gatewayConfigsInSlices(snapshot);
  const stopped = gatewayConfigsInSlices(snapshot);
  stopped.next();
  for (let turn = 0; turn < COUNT; turn += 1) {
    one.next();
    other.next();
    if (turn < COUNT / 2) stopped.next();
  }
  const [first] = finish(one);
  const [second] = finish(other);
  expect(first).toBe(second);
  expect(gatewayConfigs(snapshot)[0]).toBe(first);
  const [whole] = gatewayConfigs(snapshotOfMany());
  expect(whole && dumpGateway(whole)).toEqual(first && dumpGateway(first));
});
