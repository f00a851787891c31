import { describe, expect, test } from 'vitest';
import { acceptAt, labelsAt, suggestAt } from '../support/assist-at.ts';

const HEAD = 'apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata:\n  name: shop\n';

describe('keys', () => {
  test('[I2] an empty document offers whole resources, and then what every resource has', () => {
    const labels = labelsAt('|');
    expect(labels.slice(0, 3)).toEqual(['Gateway', 'VirtualService', 'DestinationRule']);
    expect(labels).toContain('PeerAuthentication');
    expect(labels.slice(-4)).toEqual(['apiVersion', 'kind', 'metadata', 'spec']);
    expect(labelsAt('a: 1\n---\n|')[0]).toBe('Gateway');
  });

  test('[I2] a whole resource is what the command that adds one writes, and its name is a stop', () => {
    expect(acceptAt('|', 'Gateway')).toBe(
      'apiVersion: networking.istio.io/v1\nkind: Gateway\nmetadata:\n  name: my-gateway\nspec:\n  selector:\n    istio: ingressgateway\n  servers:\n  - port:\n      number: 80\n      name: http\n      protocol: HTTP\n    hosts:\n    - "*"',
    );
    const [gateway] = suggestAt('|');
    expect(gateway?.insert).toContainEqual({ stop: 1, text: 'my-gateway' });
  });

  test('[I3] what has to be there comes first, then what is common; what is there is left out', () => {
    const labels = labelsAt(`${HEAD}spec:\n  hosts:\n  - a.example.com\n  |`);
    expect(labels.slice(0, 3)).toEqual(['gateways', 'http', 'tls']);
    expect(labels).not.toContain('hosts');
    expect(labelsAt(`${HEAD}|`)).toEqual(['spec']);
    expect(
      labelsAt('apiVersion: networking.istio.io/v1\nkind: DestinationRule\nspec:\n  |')[0],
    ).toBe('host');
  });

  test('[I3] of fields of which only one may be there, the others are left out', () => {
    const labels = labelsAt(`${HEAD}spec:\n  http:\n  - redirect:\n      uri: /new\n    |`);
    expect(labels).toContain('match');
    expect(labels).not.toContain('route');
    expect(labels).not.toContain('directResponse');
  });

  test('[I4] a key brings its colon, and what has to be below it at the right indentation', () => {
    expect(acceptAt(`${HEAD}spec:\n  ht|`, 'http')).toBe(`${HEAD}spec:\n  http:\n  - `);
    expect(
      acceptAt(`${HEAD}spec:\n  http:\n  - route:\n    - |`, 'destination:'.slice(0, -1)),
    ).toBe(`${HEAD}spec:\n  http:\n  - route:\n    - destination:\n        host: my-service`);
    expect(
      acceptAt(
        'apiVersion: networking.istio.io/v1\nkind: Gateway\nspec:\n  servers:\n  - po|',
        'port',
      ),
    ).toBe(
      'apiVersion: networking.istio.io/v1\nkind: Gateway\nspec:\n  servers:\n  - port:\n      number: \n      name: \n      protocol: ',
    );
    expect(acceptAt(`${HEAD}spec:\n  http:\n  - time|`, 'timeout')).toBe(
      `${HEAD}spec:\n  http:\n  - timeout: `,
    );
  });

  test('[I4] lists and indents are written as they are around the cursor', () => {
    const indented = 'apiVersion: v1\nkind: Service\nspec:\n    ports:\n      - port: 80\n    |';
    expect(acceptAt(indented, 'externalIPs')).toContain('\n    externalIPs:\n      - ');
    const head =
      'apiVersion: networking.istio.io/v1\nkind: DestinationRule\nspec:\n    trafficPolicy:\n        tls:\n            mode: SIMPLE\n    |';
    expect(acceptAt(head, 'subsets')).toContain('\n    subsets:\n    - name: ');
  });

  test('[I4] in braces a key gets brackets of its own, and in JSON quotes', () => {
    expect(acceptAt(`${HEAD}spec: {hosts: [a], |}`, 'http')).toBe(
      `${HEAD}spec: {hosts: [a], http: []}`,
    );
    expect(acceptAt(`${HEAD}spec: {http: [{match: [{|}]}]}`, 'uri')).toContain(
      'match: [{uri: {}}]',
    );
    const json = '{"apiVersion": "v1", "kind": "Service", "spec": {"ty|"}}';
    expect(acceptAt(json, 'type')).toBe(
      '{"apiVersion": "v1", "kind": "Service", "spec": {"type": }}',
    );
  });

  test('[I4] a key whose colon is there keeps what is behind it', () => {
    expect(acceptAt(`${HEAD}spec:\n  hos|s:\n  - a`, 'hosts')).toBe(
      `${HEAD}spec:\n  hosts:\n  - a`,
    );
  });

  test('[I5] behind the colon of a key that holds fields they begin on a line of their own', () => {
    expect(acceptAt(`${HEAD}spec:|`, 'hosts')).toBe(`${HEAD}spec:\n  hosts:\n  - `);
    expect(acceptAt(`${HEAD}spec: |`, 'exportTo')).toBe(`${HEAD}spec:\n  exportTo:\n  - `);
  });

  test('[I6] in half-written documents the indentation says where a key belongs', () => {
    const broken = `${HEAD}spec:\n  http:\n  - match:\n    - uri:\n        pre\n      |\n    route\n  gateways: [a\n`;
    expect(labelsAt(broken)).toContain('headers');
    expect(labelsAt(`${HEAD}spec:\n  hosts: ["a\n  |`)).toContain('gateways');
    expect(labelsAt(`a: [\n---\n${HEAD}spec:\n  |`)).toContain('hosts');
  });

  test('[I7] nothing is offered in comments, in blocks of text and for kinds that nobody knows', () => {
    expect(labelsAt(`${HEAD}# ho|`)).toEqual([]);
    expect(labelsAt('apiVersion: v1\nkind: ConfigMap\ndata:\n  a: >\n    ho|')).toEqual([]);
    expect(labelsAt('apiVersion: example.com/v1\nkind: Thing\nspec:\n  |')).toEqual([]);
  });

  test('[I8] in a list of resources each item has the keys of its own kind', () => {
    const list = `apiVersion: v1\nkind: List\nitems:\n- apiVersion: networking.istio.io/v1\n  kind: Gateway\n  spec:\n    |`;
    expect(labelsAt(list).slice(0, 2)).toEqual(['selector', 'servers']);
  });

  test('[I9] labels are those that pods have', () => {
    const pods =
      'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: cart}\nspec:\n  template:\n    metadata:\n      labels: {app: cart, version: v1}\n';
    const service = `${pods}---\napiVersion: v1\nkind: Service\nspec:\n  selector:\n    |`;
    expect(labelsAt(service)).toEqual(['app: cart', 'version: v1']);
    expect(acceptAt(service, 'app: cart')).toMatch(/selector:\n {4}app: cart$/);
    expect(
      labelsAt('apiVersion: networking.istio.io/v1\nkind: Gateway\nspec:\n  selector:\n    |'),
    ).toContain('istio: ingressgateway');
  });
});
