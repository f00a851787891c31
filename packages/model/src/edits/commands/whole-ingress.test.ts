import { describe, expect, test } from 'vitest';
import { runCommand } from '../../../test/support/run-command.ts';
import { buildSnapshot } from '../../snapshot.ts';
import type { EditCommand } from '../edit-command.ts';

const INGRESS = {
  kind: 'new-ingress',
  host: 'shop.example.com',
  https: { credentialName: 'shop-tls' },
  service: { name: 'shop', port: 8080 },
  paths: ['/cart'],
  canary: { percent: 10 },
} as const;

describe('[E34] a new ingress', () => {
  test('is written whole, and nothing in it dangles', () => {
    const text = runCommand('', INGRESS);
    expect(text).toBe(`apiVersion: networking.istio.io/v1
kind: Gateway
metadata:
  name: shop-gateway
spec:
  selector:
    istio: ingressgateway
  servers:
  - port:
      number: 80
      name: http
      protocol: HTTP
    tls:
      httpsRedirect: true
    hosts:
    - shop.example.com
  - port:
      number: 443
      name: https
      protocol: HTTPS
    tls:
      mode: SIMPLE
      credentialName: shop-tls
    hosts:
    - shop.example.com
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: shop
spec:
  hosts:
  - shop.example.com
  gateways:
  - shop-gateway
  http:
  - match:
    - uri:
        prefix: /cart
    route:
    - destination:
        host: shop
        subset: v1
      weight: 90
    - destination:
        host: shop
        subset: v2
      weight: 10
---
apiVersion: v1
kind: Service
metadata:
  name: shop
  labels:
    app: shop
spec:
  selector:
    app: shop
  ports:
  - name: http
    port: 8080
    targetPort: 8080
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: shop
spec:
  host: shop
  subsets:
  - name: v1
    labels:
      version: v1
  - name: v2
    labels:
      version: v2
`);
    const { nodes, edges } = buildSnapshot(text).topology;
    expect(nodes.filter(({ status }) => status === 'missing')).toEqual([]);
    expect(edges.filter(({ broken }) => broken !== null)).toEqual([]);
  });

  test('without HTTPS, paths and canary is a Gateway, a VirtualService and a Service', () => {
    const text = runCommand('', { ...INGRESS, https: null, paths: [], canary: null });
    expect(text.match(/^kind: .*$/gm)).toEqual([
      'kind: Gateway',
      'kind: VirtualService',
      'kind: Service',
    ]);
    expect(text).not.toMatch(/443|match|weight/);
  });

  test('takes the Service that is there', () => {
    const service =
      'apiVersion: v1\nkind: Service\nmetadata: {name: shop}\nspec: {ports: [{port: 8080}, {port: 9090}]}\n';
    const text = runCommand(service, { ...INGRESS, canary: null });
    expect(text.match(/kind: Service$/gm)).toHaveLength(1);
    expect(text).toContain('host: shop\n        port:\n          number: 8080\n');
    expect(runCommand(service, { ...INGRESS, service: { name: 'shop', port: 80 } })).toBe(
      'refused: The Service shop has no port 80. It has 8080, 9090.',
    );
  });

  test.each([
    [{ host: 'shop' }, 'cannot be the host'],
    [{ host: 'shop_example.com' }, 'cannot be the host'],
    [{ host: 'https://shop.example.com' }, 'cannot be the host'],
    [{ service: { name: 'Shop', port: 80 } }, 'cannot be the name of a Service'],
    [{ service: { name: 'shop', port: 0 } }, 'A port is a whole number'],
    [{ paths: ['cart'] }, 'A path begins with "/"'],
    [{ canary: { percent: 101 } }, 'from 0 to 100'],
    [{ namespace: 'Shop' }, 'cannot be a namespace'],
    [{ https: { credentialName: '' } }, 'needs a name'],
  ])('%j is refused', (answers, reason) => {
    expect(runCommand('', { ...INGRESS, ...answers })).toContain(reason);
  });

  test.each(['*', '*.example.com', 'shop.example.com', 'xn--bcher-kva.example'])(
    '%s is a host',
    (host) => {
      expect(runCommand('', { ...INGRESS, host })).toContain('kind: Gateway');
    },
  );
});

const GATEWAY = `apiVersion: networking.istio.io/v1
kind: Gateway
metadata:
  name: shop-gateway
spec:
  selector: {istio: ingressgateway}
  servers:
  - port: {number: 80, name: http, protocol: HTTP} # plain
    hosts:
    - shop.example.com
`;

describe('[E35] HTTPS on a Gateway', () => {
  const secure: EditCommand = { kind: 'secure-gateway', node: 'Gateway/default/shop-gateway' };

  test('adds a server for the same hosts, and redirects to it', () => {
    expect(runCommand(GATEWAY, secure)).toBe(`${GATEWAY}    tls:
      httpsRedirect: true
  - port: {number: 443, name: https, protocol: HTTPS}
    tls:
      mode: SIMPLE
      credentialName: shop-tls
    hosts:
    - shop.example.com
`);
  });

  test('done twice is refused, and half of it is completed', () => {
    const done = runCommand(GATEWAY, secure);
    expect(runCommand(done, secure)).toContain('serves HTTPS and redirects to it already');
    const half = done.replace('    tls:\n      httpsRedirect: true\n', '');
    expect(runCommand(half, secure)).toBe(
      half.replace(
        '    - shop.example.com\n',
        '    - shop.example.com\n    tls:\n      httpsRedirect: true\n',
      ),
    );
  });

  test('needs a server for HTTP', () => {
    expect(runCommand(GATEWAY.replace('protocol: HTTP', 'protocol: TCP'), secure)).toContain(
      'has no server for HTTP',
    );
  });
});

describe('[E36] manifests that are added as they are', () => {
  const service =
    '# mine\napiVersion: v1\nkind: Service\nmetadata:\n  name: cart # taken?\nspec: {ports: [{port: 80}]}\n';
  const paste = (text: string): EditCommand => ({ kind: 'add-manifests', text });

  test('stand at the end, byte for byte, in the line ending of the text', () => {
    expect(runCommand('', paste(service))).toBe(service);
    expect(runCommand('a: 1\n', paste(service))).toBe(`a: 1\n---\n${service}`);
    expect(runCommand('a: 1', paste(`---\n${service}`))).toBe(`a: 1\n---\n${service}`);
    expect(runCommand('a: 1\r\n', paste(service))).toBe(
      `a: 1\r\n---\r\n${service.replaceAll('\n', '\r\n')}`,
    );
  });

  test('get a free name where theirs is taken, and what comes with them follows', () => {
    const virtualService =
      '---\napiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: v}\nspec:\n  hosts: [v]\n  http: [{route: [{destination: {host: cart}}]}]\n';
    const text = runCommand(service, paste(service + virtualService));
    expect(text).toBe(
      `${service}---\n${service.replace('name: cart', 'name: cart-copy')}${virtualService.replace('host: cart', 'host: cart-copy')}`,
    );
    expect(runCommand(text, paste(service))).toContain('name: cart-copy-2 # taken?');
  });

  test('follow names in fields of every kind, and only among themselves', () => {
    const secret = 'apiVersion: v1\nkind: Secret\nmetadata: {name: keys}\n';
    const pod = (name: string, key: string) =>
      `---\napiVersion: v1\nkind: Pod\nmetadata: {name: ${name}}\nspec:\n  containers: [{name: keys, envFrom: [{secretRef: {name: ${key}}}]}]\n`;
    const text = secret + pod('a', 'keys');
    expect(runCommand(text, paste(secret + pod('b', 'keys')))).toBe(
      `${text}---\n${secret.replace('keys', 'keys-copy')}${pod('b', 'keys-copy')}`,
    );
  });

  test('are refused where there are none', () => {
    expect(runCommand('a: 1\n', paste('hello'))).toContain('There is no Kubernetes manifest in it');
    expect(runCommand('a: 1\n', paste(''))).toContain('There is no Kubernetes manifest in it');
  });
});

describe('[E37] cleaning up', () => {
  const printed = `apiVersion: v1
items:
- apiVersion: v1
  kind: Service
  metadata:
    annotations:
      kubectl.kubernetes.io/last-applied-configuration: |
        {"kind":"Service"}
    creationTimestamp: "2026-01-01T00:00:00Z"
    labels: {app: cart}
    managedFields:
    - manager: kubectl
    name: cart # ours
    resourceVersion: "12"
    uid: 1-2
  spec:
    clusterIP: 10.0.0.1
    clusterIPs: [10.0.0.1]
    ports: [{port: 80}]
  status:
    loadBalancer: {}
- apiVersion: v1
  kind: Service
  metadata: {name: db}
  spec: {clusterIP: None, ports: [{port: 80}]}
kind: List
`;

  test('takes away what a cluster wrote, and nothing else', () => {
    expect(runCommand(printed, { kind: 'clean-up' })).toBe(`apiVersion: v1
items:
- apiVersion: v1
  kind: Service
  metadata:
    labels: {app: cart}
    name: cart # ours
  spec:
    ports: [{port: 80}]
- apiVersion: v1
  kind: Service
  metadata: {name: db}
  spec: {clusterIP: None, ports: [{port: 80}]}
kind: List
`);
  });

  test('is refused where there is nothing', () => {
    expect(runCommand(GATEWAY, { kind: 'clean-up' })).toContain('nothing to clean up');
  });
});
