import { describe, expect, test } from 'vitest';
import { validationOf } from '../../../../../test/support/find-diagnostics.ts';

function serviceEntry(spec: string): string {
  return `apiVersion: networking.istio.io/v1\nkind: ServiceEntry\nmetadata: {name: api}\nspec: {${spec}}\n`;
}

const PORTS = 'ports: [{number: 443, name: https, protocol: TLS}]';

describe("Istio's validation of a ServiceEntry (IST0106, IST0133)", () => {
  test.each([
    `hosts: [api.example.com], ${PORTS}, resolution: DNS, location: MESH_EXTERNAL`,
    'hosts: ["*.example.com"], ports: [{number: 80, name: http, protocol: HTTP}]',
    'hosts: [a.com], addresses: [10.0.0.0/8], ports: [{number: 1, name: tcp, protocol: TCP, targetPort: 2}], resolution: STATIC, endpoints: [{address: 1.1.1.1, ports: {tcp: 5}, labels: {a: b}}]',
    'hosts: ["*.example.com"], ports: [{number: 80, name: http, protocol: HTTP}], resolution: DYNAMIC_DNS',
    `hosts: [a.com], ${PORTS}, resolution: STATIC, workloadSelector: {labels: {app: a}}, exportTo: ["~"]`,
    'hosts: [a.com], ports: [{number: 80, name: http, protocol: HTTP, targetPort: 8080}]',
  ])('[A50] says nothing of %s', (spec) => {
    expect(validationOf(serviceEntry(spec))).toEqual([]);
  });

  test.each([
    [PORTS, `spec.hosts <{${PORTS}}>`, 'service entry must have at least one host'],
    [`hosts: ["*"], ${PORTS}`, 'spec.hosts[0] <"*">', 'invalid host *'],
    [
      `hosts: [a.com], ${PORTS}, workloadSelector: {labels: {a: b}}, endpoints: [{address: 1.1.1.1}], resolution: STATIC`,
      'spec.endpoints <[{address: 1.1.1.1}]>',
      'only one of WorkloadSelector or Endpoints is allowed in Service Entry',
    ],
    [
      `hosts: [a.com], addresses: [10.0.0.0/8], ${PORTS}, resolution: DNS`,
      'spec.addresses[0] <10.0.0.0/8>',
      'CIDR addresses are allowed only for NONE/STATIC resolution types',
    ],
    [
      `hosts: [a.com], addresses: [here], ${PORTS}`,
      'spec.addresses[0] <here>',
      'here is not a valid IP',
    ],
    [
      'hosts: [a.com], ports: [{number: 1, name: http, protocol: HTTP}, {number: 1, name: http, protocol: HTTP}]',
      'spec.ports[1].name <http>',
      'service entry port name "http" already defined',
    ],
    [
      'hosts: [a.com], ports: [{number: 1, name: a, protocol: HTTP}, {number: 1, name: b, protocol: HTTP}]',
      'spec.ports[1].number <1>',
      'service entry port 1 already defined',
    ],
    [
      'hosts: [a.com], ports: [{number: 1, name: a, protocol: HTPP}]',
      'spec.ports[0].protocol <HTPP>',
      'unsupported protocol: HTPP',
    ],
    [
      'hosts: [a.com], ports: [{number: 1, name: a.b, protocol: HTTP}]',
      'spec.ports[0].name <a.b>',
      'invalid port name: a.b',
    ],
    [
      `hosts: [a.com], ${PORTS}, endpoints: [{address: 1.1.1.1}]`,
      'spec.endpoints <[{address: 1.1.1.1}]>',
      'no endpoints should be provided for resolution type none',
    ],
    [
      `hosts: [a.com], ${PORTS}, resolution: STATIC, endpoints: [{address: b.com}]`,
      'spec.endpoints[0].address <b.com>',
      'endpoint address "b.com" is not a valid IP address',
    ],
    [
      `hosts: [a.com], ${PORTS}, resolution: STATIC, endpoints: [{labels: {a: b}}]`,
      'spec.endpoints[0].address <{labels: {a: b}}>',
      'address is required',
    ],
    [
      `hosts: [a.com], ${PORTS}, resolution: STATIC, endpoints: [{address: 1.1.1.1, ports: {http: 80}}]`,
      'spec.endpoints[0].ports.http key <http>',
      'endpoint port 80 is not defined by the service entry',
    ],
    [
      `hosts: [a.com], ${PORTS}, resolution: STATIC, endpoints: [{address: "unix://x"}]`,
      'spec.endpoints[0].address <"unix://x">',
      'x is not an absolute path to a file',
    ],
    [
      `hosts: ["*.a.com"], ${PORTS}, resolution: DNS`,
      'spec.hosts[0] <"*.a.com">',
      'hosts must be FQDN if no endpoints are provided for resolution mode DNS',
    ],
    [
      `hosts: [a.com], ${PORTS}, resolution: DNS_ROUND_ROBIN, endpoints: [{address: b.com}, {address: c.com}]`,
      'spec.endpoints[1] <{address: c.com}>',
      'there must only be 0 or 1 endpoint for resolution mode DNS_ROUND_ROBIN',
    ],
    [
      'hosts: [a.com, b.com], ports: [{number: 1, name: tcp, protocol: TCP}], resolution: DNS',
      'spec.ports[0].protocol <TCP>',
      'multiple hosts provided with non-HTTP, non-TLS ports',
    ],
    [
      `hosts: [a.com], ${PORTS}, resolution: DYNAMIC_DNS`,
      'spec.hosts[0] <a.com>',
      'hosts must be wildcard for resolution mode DYNAMIC_DNS',
    ],
    [
      `hosts: [a.com], ${PORTS}, exportTo: ["~", a]`,
      'spec.exportTo <["~", a]>',
      'cannot export service entry to no one (~) and someone',
    ],
  ])('[A50] refuses %s', (spec, place, istio) => {
    expect(validationOf(serviceEntry(spec))).toContain(`${place}: error: ${istio}`);
  });

  test.each([
    [
      'hosts: [a.com], ports: [{number: 1, name: tcp, protocol: TCP}]',
      'spec.ports[0].protocol <TCP>: warning: addresses are required for ports serving TCP (or unset) protocol when IP Autoallocation is not enabled',
    ],
    [
      `hosts: ["*a.com"], ${PORTS}`,
      'spec.hosts[0] <"*a.com">: warning: partial wildcard "*a.com" not allowed',
    ],
    [
      `hosts: [a.com], ${PORTS}, workloadSelector: {}, resolution: STATIC`,
      'spec.workloadSelector <{}>: warning: service entry: workload selector specified without labels, will be applied to all services in namespace',
    ],
    [
      'hosts: [a.com, b.com], addresses: [1.1.1.1], ports: [{number: 1, name: tls, protocol: TLS}], resolution: DNS',
      'spec.hosts[1] <b.com>: warning: service entry can not have more than one host specified simultaneously with address and tcp port',
    ],
  ])('[A50] warns of %s', (spec, expected) => {
    expect(validationOf(serviceEntry(spec))).toEqual([expected]);
  });

  test('[A4] a port that is no number and cannot be printed either costs nothing else', () => {
    const endpoints = '[{address: 1.1.1.1, ports: {http: {toString: x}}}]';
    const text = serviceEntry(
      `hosts: [a.com], ${PORTS}, resolution: STATIC, endpoints: ${endpoints}`,
    );
    expect(validationOf(text)).toEqual([
      'spec.endpoints[0].ports.http key <http>: error: endpoint port 0 is not defined by the service entry',
    ]);
  });

  test('[A50] bad labels of the selector are all that is said', () => {
    expect(validationOf(serviceEntry('workloadSelector: {labels: {a: "*"}}'))).toEqual([
      'spec.workloadSelector.labels.a <"*">: error: wildcard is not supported in selector: "a=*"',
    ]);
  });
});
