import { describe, expect, test } from 'vitest';
import { buildSnapshot } from '../../snapshot.ts';
import { applyTextEdits } from '../../text/text-edit.ts';
import type { AddableKind, EditCommand } from '../edit-command.ts';
import { planEdit } from '../plan-edit.ts';
import { fittingKinds } from './add-connected.ts';

/** The text after commands, each on what the one before made. */
function run(text: string, ...commands: readonly EditCommand[]): string {
  return commands.reduce((before, command) => {
    const result = planEdit(buildSnapshot(before), command);
    if (!result.ok) throw new Error(result.reason);
    return applyTextEdits(before, result.plan.edits);
  }, text);
}

function refusalOf(text: string, command: EditCommand): string {
  const result = planEdit(buildSnapshot(text), command);
  if (result.ok) throw new Error('It was not refused.');
  return result.reason;
}

/** What the edges of the text say, in one line each. */
function edgesIn(text: string): readonly string[] {
  return buildSnapshot(text).topology.edges.map(
    ({ kind, source, target, broken }) =>
      `${kind} ${source} > ${target}${broken === null ? '' : ' (broken)'}`,
  );
}

const GATEWAY = `apiVersion: networking.istio.io/v1
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
    hosts:
    - shop.example.com
`;

function connected(node: string, addKind: AddableKind): EditCommand {
  return { kind: 'add-connected', node, addKind };
}

describe('[E30] what is added behind or in front of a node is right for it', () => {
  test('a VirtualService behind a Gateway takes its host, and a Service behind that its name', () => {
    const text = run(
      GATEWAY,
      connected('Gateway/default/shop-gateway', 'VirtualService'),
      connected('VirtualService/default/shop', 'Service'),
    );
    expect(text).toBe(`${GATEWAY}---
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
  - route:
    - destination:
        host: shop
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
    port: 80
    targetPort: 80
`);
    expect(edgesIn(text)).toEqual([
      'exposes LoadBalancer/istio-system/istio-ingressgateway > Gateway/default/shop-gateway',
      'binds Gateway/default/shop-gateway > VirtualService/default/shop',
      'routes VirtualService/default/shop > Service/default/shop',
    ]);
  });

  test('a second Service gets an equal part of the route', () => {
    const text = run(
      GATEWAY,
      connected('Gateway/default/shop-gateway', 'VirtualService'),
      connected('VirtualService/default/shop', 'Service'),
      connected('VirtualService/default/shop', 'Service'),
    );
    expect(text).toContain(`  - route:
    - destination:
        host: shop
      weight: 50
    - destination:
        host: shop-2
      weight: 50
`);
  });

  test('a chain can be built from its end: VirtualService before a Service, Gateway before that', () => {
    const service =
      'apiVersion: v1\nkind: Service\nmetadata:\n  name: cart\n  namespace: shop\nspec:\n  ports:\n  - port: 8080\n  - port: 9090\n';
    const text = run(
      service,
      connected('Service/shop/cart', 'VirtualService'),
      connected('VirtualService/shop/cart', 'Gateway'),
    );
    expect(text).toContain('        host: cart\n        port:\n          number: 8080\n');
    expect(text).toContain('  name: cart-gateway\n  namespace: shop\n');
    expect(text).toContain('    hosts:\n    - cart.example.com\n');
    expect(edgesIn(text).toSorted()).toEqual([
      'binds Gateway/shop/cart-gateway > VirtualService/shop/cart',
      'exposes LoadBalancer/istio-system/istio-ingressgateway > Gateway/shop/cart-gateway',
      'routes VirtualService/shop/cart > Service/shop/cart',
    ]);
  });

  test.each([
    [
      'TLS',
      '\n    tls: {mode: PASSTHROUGH}',
      'tls:\n  - match:\n    - port: 9000\n      sniHosts:\n      - db.example.com\n',
    ],
    ['TCP', '', 'tcp:\n  - match:\n    - port: 9000\n'],
    ['HTTPS', '\n    tls: {mode: SIMPLE, credentialName: c}', 'http:\n  - route:\n'],
  ])('a VirtualService behind a %s server has routes of its protocol', (protocol, tls, routes) => {
    const gateway = GATEWAY.replace('number: 80', 'number: 9000')
      .replace('protocol: HTTP\n', `protocol: ${protocol}${tls}\n`)
      .replace('shop.example.com', 'db.example.com');
    const text = run(gateway, connected('Gateway/default/shop-gateway', 'VirtualService'));
    expect(text).toContain(routes);
    expect(edgesIn(text)[1]).not.toContain('broken');
  });

  test('hosts that are served already are left to whom they belong', () => {
    const two = GATEWAY.replace(
      '    - shop.example.com\n',
      '    - shop.example.com\n    - api.example.com\n',
    );
    const virtualService =
      '---\napiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: shop}\nspec:\n  hosts: [shop.example.com]\n  gateways: [shop-gateway]\n  http: [{route: [{destination: {host: shop}}]}]\n';
    const text = run(
      two + virtualService,
      connected('Gateway/default/shop-gateway', 'VirtualService'),
    );
    expect(text).toContain('metadata:\n  name: api\nspec:\n  hosts:\n  - api.example.com\n');
  });

  test('under a wildcard the new host is one of its names', () => {
    const text = run(
      GATEWAY.replace('shop.example.com', '"*.shop.test"'),
      connected('Gateway/default/shop-gateway', 'VirtualService'),
    );
    expect(text).toContain('hosts:\n  - my-app.shop.test\n');
    expect(edgesIn(text)[1]).not.toContain('broken');
  });

  test('what a route names and is missing is written instead of something new', () => {
    const text = run(GATEWAY, connected('Gateway/default/shop-gateway', 'VirtualService')).replace(
      '        host: shop\n',
      '        host: basket\n        port:\n          number: 7070\n',
    );
    const after = run(text, connected('VirtualService/default/shop', 'Service'));
    expect(after).toContain('name: basket\n');
    expect(after).toContain('port: 7070\n');
  });

  test('in front of a Gateway on other pods stands a Service with a port for each server', () => {
    const text = run(
      GATEWAY.replace('istio: ingressgateway', 'app: private'),
      connected('Gateway/default/shop-gateway', 'LoadBalancer'),
    );
    expect(text).toContain('type: LoadBalancer\n  selector:\n    app: private\n');
    expect(edgesIn(text)).toEqual([
      'exposes LoadBalancer/default/shop-ingress > Gateway/default/shop-gateway',
    ]);
  });

  test('in front of a Gateway of the usual pods the assumed Service is written', () => {
    const text = run(GATEWAY, connected('Gateway/default/shop-gateway', 'LoadBalancer'));
    expect(text).toContain('name: istio-ingressgateway\n  namespace: istio-system\n');
  });

  test('a Gateway behind a LoadBalancer is on its pods', () => {
    const service =
      'apiVersion: v1\nkind: Service\nmetadata: {name: edge, namespace: infra}\nspec:\n  type: LoadBalancer\n  selector: {app: edge}\n  ports: [{port: 80}]\n';
    const text = run(service, connected('LoadBalancer/infra/edge', 'Gateway'));
    expect(edgesIn(text)).toEqual(['exposes LoadBalancer/infra/edge > Gateway/default/my-gateway']);
  });

  test('a Deployment behind a Service has its labels and port, a DestinationRule a subset per version', () => {
    const service =
      'apiVersion: v1\nkind: Service\nmetadata:\n  name: cart\nspec:\n  selector:\n    app: cart\n  ports:\n  - port: 80\n    targetPort: 8080\n';
    const text = run(service, connected('Service/default/cart', 'Deployment'));
    const [node] = buildSnapshot(text).topology.nodes;
    expect(node?.kind === 'Service' && node.workloads).toHaveLength(1);
    expect(text).toContain('containerPort: 8080\n');
    const ruled = run(
      text.replace(/(labels:\n {8}app: cart\n)/, '$1        version: blue\n'),
      connected('Service/default/cart', 'DestinationRule'),
    );
    expect(ruled).toContain('- name: blue\n    labels:\n      version: blue\n');
  });

  test('a delegate behind a VirtualService is named by a route of it', () => {
    const text = run(
      GATEWAY,
      connected('Gateway/default/shop-gateway', 'VirtualService'),
      connected('VirtualService/default/shop', 'VirtualService'),
    );
    expect(edgesIn(text)).toContain(
      'delegates VirtualService/default/shop > VirtualService/default/shop-part',
    );
  });

  test('a host outside the mesh behind a VirtualService is a ServiceEntry with its destination', () => {
    const text = run(
      GATEWAY,
      connected('Gateway/default/shop-gateway', 'VirtualService'),
      connected('VirtualService/default/shop', 'Service'),
      connected('VirtualService/default/shop', 'ServiceEntry'),
    );
    expect(edgesIn(text)).toContain(
      'routes VirtualService/default/shop > ServiceEntry/default/shop-external',
    );
  });

  test('a kind that does not fit is refused', () => {
    expect(refusalOf(GATEWAY, connected('Gateway/default/shop-gateway', 'Service'))).toBe(
      'A Service cannot be connected to a Gateway.',
    );
  });

  test('the kinds that fit are told, the most usual first', () => {
    expect(fittingKinds('VirtualService', 'behind')).toEqual([
      'Service',
      'ServiceEntry',
      'VirtualService',
    ]);
    expect(fittingKinds('Gateway', 'before')).toEqual(['LoadBalancer']);
    expect(fittingKinds('LoadBalancer', 'before')).toEqual([]);
  });
});
