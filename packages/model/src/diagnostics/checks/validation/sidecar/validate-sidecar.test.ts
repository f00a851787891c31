import { describe, expect, test } from 'vitest';
import { validationOf } from '../../../../../test/support/find-diagnostics.ts';

function sidecar(spec: string): string {
  return `apiVersion: networking.istio.io/v1\nkind: Sidecar\nmetadata: {name: default}\nspec: {${spec}}\n`;
}

const INGRESS = 'port: {number: 80, name: http, protocol: HTTP}';

describe("Istio's validation of a Sidecar (IST0106, IST0133)", () => {
  test.each([
    'egress: [{hosts: [./*, istio-system/*, "*/*.example.com"]}]',
    `workloadSelector: {labels: {app: a}}, ingress: [{${INGRESS}, defaultEndpoint: "127.0.0.1:8080"}], egress: [{port: {number: 9080, protocol: HTTP}, hosts: [./*]}, {hosts: ["~/*"]}]`,
    'outboundTrafficPolicy: {mode: REGISTRY_ONLY}',
  ])('[A50] says nothing of %s', (spec) => {
    expect(validationOf(sidecar(spec))).toEqual([]);
  });

  test.each([
    ['', 'spec <{}>', 'sidecar: empty configuration provided'],
    [
      'ingress: [{defaultEndpoint: "127.0.0.1:1"}]',
      'spec.ingress[0].port <{defaultEndpoint: "127.0.0.1:1"}>',
      'sidecar: port is required for ingress listeners',
    ],
    [
      `ingress: [{${INGRESS}}, {${INGRESS}}]`,
      'spec.ingress[1].port.number <80>',
      'sidecar: ports on IP bound listeners must be unique',
    ],
    [
      `ingress: [{${INGRESS}, defaultEndpoint: "10.0.0.1:80"}]`,
      'spec.ingress[0].defaultEndpoint <"10.0.0.1:80">',
      'sidecar: defaultEndpoint must be of form 127.0.0.1:<port>,0.0.0.0:<port>,[::1]:port,[::]:port,unix://filepath or unset',
    ],
    [
      `ingress: [{${INGRESS}, tls: {mode: SIMPLE, credentialName: c}}]`,
      'spec.ingress[0].tls.credentialName <c>',
      'sidecar: credentialName is not currently supported',
    ],
    [
      'egress: [{hosts: [a.com]}]',
      'spec.egress[0].hosts[0] <a.com>',
      'host must be of form namespace/dnsName',
    ],
    [
      'egress: [{hosts: [./cart]}]',
      'spec.egress[0].hosts[0] <./cart>',
      'short names (non FQDN) are not allowed',
    ],
    [
      'egress: [{}]',
      'spec.egress[0].hosts <{}>',
      'sidecar: egress listener must contain at least one host',
    ],
    [
      'egress: [{hosts: [./*]}, {port: {number: 1}, hosts: [./*]}]',
      'spec.egress[0] <{hosts: [./*]}>',
      'sidecar: the egress listener with empty port should be the last listener in the list',
    ],
    [
      'egress: [{port: {protocol: HTTP}, hosts: [./*]}]',
      'spec.egress[0].port.number <{protocol: HTTP}>',
      'sidecar: ports with 0 value must have a unix domain socket bind address',
    ],
    [
      'outboundTrafficPolicy: {egressProxy: {host: a.com, port: {number: 1}}}',
      'spec.outboundTrafficPolicy.egressProxy <{host: a.com, port: {number: 1}}>',
      'sidecar: egress_proxy must be set only with ALLOW_ANY outbound_traffic_policy mode',
    ],
  ])('[A50] refuses %s', (spec, place, istio) => {
    expect(validationOf(sidecar(spec))).toContain(`${place}: error: ${istio}`);
  });

  test.each([
    [
      'egress: [{hosts: [./*, ./a.com]}]',
      'spec.egress[0].hosts[1] <./a.com>: warning: duplicated egress host: ./a.com',
    ],
    [
      'egress: [{hosts: ["*/*", ./a.com]}]',
      'spec.egress[0].hosts <["*/*", ./a.com]>: warning: `*/*` host select all resources, no other hosts can be added',
    ],
    [
      'egress: [{hosts: [./*]}], workloadSelector: {}',
      'spec.workloadSelector <{}>: warning: sidecar: workload selector specified without labels, will be applied to all services in namespace',
    ],
  ])('[A50] warns of %s', (spec, expected) => {
    expect(validationOf(sidecar(spec))).toEqual([expected]);
  });
});
