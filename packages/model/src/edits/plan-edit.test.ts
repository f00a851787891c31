import { describe, expect, test } from 'vitest';
import { runCommand } from '../../test/support/run-command.ts';
import { buildSnapshot, updateSnapshot } from '../snapshot.ts';
import { applyTextEdits } from '../text/text-edit.ts';
import type { EditCommand } from './edit-command.ts';
import { planEdit } from './plan-edit.ts';

function planOf(text: string, command: EditCommand) {
  const result = planEdit(buildSnapshot(text), command);
  if (!result.ok) throw new Error(result.reason);
  return result.plan;
}

const SERVICE = `apiVersion: v1
kind: Service
metadata:
  name: cart
spec:
  selector:
    app: cart
  ports:
  - name: http
    port: 80
`;

const GATEWAY = `apiVersion: networking.istio.io/v1
kind: Gateway
metadata:
  name: gw
spec:
  selector:
    istio: ingressgateway
  servers:
  - port:
      number: 80
      name: http
      protocol: HTTP
    hosts:
    - "*"
`;

function virtualService(spec: string, metadata = 'name: vs'): string {
  return `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  ${metadata}
spec:
${spec}`;
}

const ROUTED = virtualService(`  hosts:
  - shop.example.com
  gateways:
  - gw
  http:
  - route:
    - destination:
        host: cart
`);

function joined(...documents: readonly string[]): string {
  return documents.join('---\n');
}

describe('adding', () => {
  test('[E10] the first resource of an empty text has no marker before it', () => {
    expect(runCommand('', { kind: 'add-resource', addKind: 'Gateway', name: 'gw' })).toBe(
      GATEWAY.replace('"*"', '"*"'),
    );
  });

  test('[E10] a Service takes the labels and the port of a workload that no Service selects', () => {
    const deployment =
      'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: d}\nspec:\n  template:\n    metadata: {labels: {app: web}}\n    spec: {containers: [{name: c, ports: [{containerPort: 8080}]}]}\n';
    expect(runCommand(deployment, { kind: 'add-resource', addKind: 'Service' })).toBe(
      `${deployment}---
apiVersion: v1
kind: Service
metadata:
  name: my-service
  labels:
    app: web
spec:
  selector:
    app: web
  ports:
  - name: http
    port: 80
    targetPort: 8080
`,
    );
  });

  test('[E10] names are unique, and follow the style and the namespace of the text', () => {
    const text =
      'apiVersion: v1\r\nkind: Service\r\nmetadata:\r\n    name: my-service\r\n    namespace: shop\r\nspec:\r\n    ports:\r\n        - port: 80';
    const after = runCommand(text, { kind: 'add-resource', addKind: 'Service' });
    expect(after).toBe(
      `${text}\r\n---\r\napiVersion: v1\r\nkind: Service\r\nmetadata:\r\n    name: my-service-2\r\n    namespace: shop\r\n    labels:\r\n        app: my-service-2\r\nspec:\r\n    selector:\r\n        app: my-service-2\r\n    ports:\r\n        - name: http\r\n          port: 80\r\n          targetPort: 80\r\n`,
    );
  });

  test.each([
    ['---\n', '---\n'],
    ['# only a comment', '# only a comment\n---\n'],
    ['a: 1\n---\n', 'a: 1\n---\n'],
    ['a: 1\n---', 'a: 1\n---\n'],
    ['a: 1\n...\n', 'a: 1\n...\n---\n'],
    ['a: [1\n', 'a: [1\n---\n'],
  ])('[E10] %j stays before the new document', (text, before) => {
    const after = runCommand(text, { kind: 'add-resource', addKind: 'Service', name: 'cart' });
    expect(after.slice(0, before.length)).toBe(before);
    expect(after.slice(before.length)).toMatch(/^apiVersion: v1\n/);
  });

  test('[E15] a name that Kubernetes does not take is refused', () => {
    const command = { kind: 'add-resource', addKind: 'Service', name: 'My Service' } as const;
    expect(runCommand('', command)).toMatch(
      /^refused: "My Service" cannot be the name of a Service/,
    );
  });

  test('[E10] each kind is there afterwards, and its node is revealed', () => {
    for (const addKind of ['LoadBalancer', 'VirtualService', 'ServiceEntry'] as const) {
      const plan = planOf(GATEWAY, { kind: 'add-resource', addKind });
      const after = buildSnapshot(applyTextEdits(GATEWAY, plan.edits));
      const node = after.topology.nodes.find(({ id }) => id === plan.reveal);
      expect(node?.status).toBe('present');
    }
  });
});

describe('writing implied and missing nodes', () => {
  test('[E11] the implied LoadBalancer becomes the Service as istioctl installs it', () => {
    const node = 'LoadBalancer/istio-system/istio-ingressgateway';
    const after = runCommand(GATEWAY, { kind: 'write-node', node });
    expect(after).toBe(`${GATEWAY}---
apiVersion: v1
kind: Service
metadata:
  name: istio-ingressgateway
  namespace: istio-system
  labels:
    app: istio-ingressgateway
    istio: ingressgateway
spec:
  type: LoadBalancer
  selector:
    app: istio-ingressgateway
    istio: ingressgateway
  ports:
  - name: http2
    port: 80
    targetPort: 8080
  - name: https
    port: 443
    targetPort: 8443
`);
    const { nodes } = buildSnapshot(after).topology;
    expect(nodes.find(({ id }) => id === node)?.status).toBe('present');
  });

  test('[E11] a missing Service gets the ports and subsets that name it, a missing Gateway the hosts', () => {
    const text = ROUTED.replace(
      'host: cart',
      'host: cart\n        subset: v2\n        port:\n          number: 8080',
    );
    const withService = runCommand(text, { kind: 'write-node', node: 'Service/default/cart' });
    const after = runCommand(withService, { kind: 'write-node', node: 'Gateway/default/gw' });
    const { topology } = buildSnapshot(after);
    expect(topology.nodes.map(({ id, status }) => `${id} ${status}`).sort()).toEqual([
      'Gateway/default/gw present',
      'LoadBalancer/istio-system/istio-ingressgateway implied',
      'Service/default/cart present',
      'VirtualService/default/vs present',
    ]);
    expect(topology.edges.map(({ broken }) => broken)).toEqual([null, null, null]);
  });
});

describe('deleting', () => {
  test('[E12] cuts the document with its comments and its marker', () => {
    const text = joined(SERVICE, `# the gateway\n${GATEWAY}`, ROUTED);
    const command = {
      kind: 'delete-resource',
      resource: 'Gateway/default/gw',
      cleanUp: false,
    } as const;
    expect(runCommand(text, command)).toBe(joined(SERVICE, ROUTED));
  });

  test('[E12] the first, the last and the only document', () => {
    const text = joined(SERVICE, GATEWAY);
    const first = {
      kind: 'delete-resource',
      resource: 'Service/default/cart',
      cleanUp: false,
    } as const;
    expect(runCommand(text, first)).toBe(GATEWAY);
    expect(runCommand(`---\n${text}`, first)).toBe(`---\n${GATEWAY}`);
    expect(runCommand(`\ufeff${SERVICE}`, first)).toBe('\ufeff');
    const last = {
      kind: 'delete-resource',
      resource: 'Gateway/default/gw',
      cleanUp: false,
    } as const;
    expect(runCommand(text, last)).toBe(SERVICE);
    expect(runCommand(`${SERVICE}...\n${GATEWAY}...\n${'a: 1\n'}`, last)).toBe(
      `${SERVICE}...\na: 1\n`,
    );
  });

  test('[E12] an item of a List is cut from it', () => {
    const snapshot = buildSnapshot(
      'kind: List\nitems:\n# one\n- kind: Service\n  apiVersion: v1\n  metadata: {name: a}\n# two\n- kind: Service\n  apiVersion: v1\n  metadata: {name: b}\n',
    );
    const result = planEdit(snapshot, {
      kind: 'delete-resource',
      resource: 'Service/default/a',
      cleanUp: true,
    });
    const text = snapshot.documents[0]?.text ?? '';
    expect(result.ok && applyTextEdits(text, result.plan.edits)).toBe(
      'kind: List\nitems:\n# two\n- kind: Service\n  apiVersion: v1\n  metadata: {name: b}\n',
    );
  });

  test('[E8] of a broken document nothing is changed, but the whole can be deleted', () => {
    const text = joined(SERVICE, GATEWAY);
    const broken = { range: { start: text.length, end: text.length }, newText: 'x: [\n' };
    const snapshot = updateSnapshot(buildSnapshot(text), [broken]);
    const resource = 'Gateway/default/gw';
    const renamed = planEdit(snapshot, { kind: 'rename-resource', resource, name: 'b' });
    expect(renamed).toEqual({ ok: false, reason: expect.stringContaining('has a mistake') });
    const deleted = planEdit(snapshot, { kind: 'delete-resource', resource, cleanUp: true });
    expect(deleted.ok && applyTextEdits(`${text}x: [\n`, deleted.plan.edits)).toBe(SERVICE);
  });

  test('[E13] cleaning up takes destinations, routes, mirrors and DestinationRules', () => {
    const routes = virtualService(`  hosts: [shop.example.com]
  http:
  - match:
    - uri: {prefix: /only}
    route:
    - destination: {host: cart}
  # split
  - route:
    - destination: {host: cart}
      weight: 60
    - destination: {host: a}
      weight: 30 # a
    - destination: {host: b}
      weight: 10
    mirror: {host: cart.default.svc.cluster.local}
    mirrorPercentage: {value: 5}
`);
    const rule =
      'apiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata: {name: cart}\nspec: {host: cart}\n';
    const plan = {
      kind: 'delete-resource',
      resource: 'Service/default/cart',
      cleanUp: true,
    } as const;
    expect(runCommand(joined(SERVICE, routes, rule), plan)).toBe(
      virtualService(`  hosts: [shop.example.com]
  http:
  # split
  - route:
    - destination: {host: a}
      weight: 75 # a
    - destination: {host: b}
      weight: 25
`),
    );
  });

  test('[E13] a thousand items of a List are cleaned up in one go', () => {
    const item = (name: string, spec: string) =>
      `- apiVersion: networking.istio.io/v1\n  kind: ${name}\n  spec:\n${spec}`;
    const items = Array.from({ length: 1000 }, (_, index) =>
      item(`VirtualService\n  metadata: {name: vs-${index}}`, '    hosts: [a]\n'),
    );
    const gateway = item('Gateway\n  metadata: {name: gw}', '    servers: []\n');
    const text = `kind: List\nitems:\n${items.join('    gateways: [gw]\n')}    gateways: [gw]\n${gateway}`;
    const command = {
      kind: 'delete-resource',
      resource: 'Gateway/default/gw',
      cleanUp: true,
    } as const;
    expect(runCommand(text, command)).toBe(`kind: List\nitems:\n${items.join('')}`);
  });

  test('[E13] a VirtualService without routes stays, and the label says so', () => {
    const text = joined(SERVICE, ROUTED);
    const plan = planOf(text, {
      kind: 'delete-resource',
      resource: 'Service/default/cart',
      cleanUp: true,
    });
    expect(plan.label).toBe('Delete cart (vs has no route left)');
    expect(applyTextEdits(text, plan.edits)).toBe(
      virtualService('  hosts:\n  - shop.example.com\n  gateways:\n  - gw\n'),
    );
  });
});

describe('renaming', () => {
  const rename = (resource: string, name: string, namespace?: string) =>
    ({ kind: 'rename-resource', resource, name, ...(namespace ? { namespace } : {}) }) as const;

  test('[E14] every reference follows in its form', () => {
    const other = virtualService(
      `  hosts: [a.example.com]
  gateways: [default/gw, gw.default.svc.cluster.local, mesh]
  http:
  - match:
    - gateways: ["default/gw"] # here
    route:
    - destination: {host: 'cart.default.svc.cluster.local'}
`,
      'name: other\n  namespace: shop',
    );
    const text = joined(SERVICE, GATEWAY, ROUTED, other);
    expect(runCommand(text, rename('Gateway/default/gw', 'edge'))).toBe(
      text
        .replace('name: gw', 'name: edge')
        .replace('- gw\n', '- edge\n')
        .replace('[default/gw, gw.default.svc', '[default/edge, edge.default.svc')
        .replace('"default/gw"', '"default/edge"'),
    );
    expect(runCommand(text, rename('Service/default/cart', 'basket'))).toBe(
      text
        .replace('name: cart', 'name: basket')
        .replace('host: cart\n', 'host: basket\n')
        .replace("'cart.default", "'basket.default"),
    );
  });

  test('[E14] a short name becomes a long one where the namespaces part', () => {
    const text = joined(SERVICE, GATEWAY, ROUTED);
    expect(runCommand(text, rename('Service/default/cart', 'cart', 'shop'))).toBe(
      text
        .replace('  name: cart\n', '  name: cart\n  namespace: shop\n')
        .replace('host: cart\n', 'host: cart.shop.svc.cluster.local\n'),
    );
    expect(runCommand(text, rename('VirtualService/default/vs', 'vs', 'shop'))).toBe(
      text
        .replace('  name: vs\n', '  name: vs\n  namespace: shop\n')
        .replace('- gw\n', '- default/gw\n')
        .replace('host: cart\n', 'host: cart.default.svc.cluster.local\n'),
    );
  });

  test('[E14] delegates and credentials follow', () => {
    const root = virtualService(
      '  hosts: [a]\n  http:\n  - delegate:\n      name: part\n',
      'name: root',
    );
    const part = virtualService('  http: []\n', 'name: part');
    expect(
      runCommand(joined(root, part), rename('VirtualService/default/part', 'piece', 'b')),
    ).toBe(
      joined(root, part)
        .replace('      name: part\n', '      name: piece\n      namespace: b\n')
        .replace('  name: part\n', '  name: piece\n  namespace: b\n'),
    );
    const secret = 'apiVersion: v1\nkind: Secret\nmetadata: {name: tls, namespace: istio-system}\n';
    const gateway = `${GATEWAY}    tls: {mode: SIMPLE, credentialName: tls}\n`;
    expect(runCommand(joined(secret, gateway), rename('Secret/istio-system/tls', 'new'))).toBe(
      joined(secret, gateway)
        .replace('name: tls,', 'name: new,')
        .replace('credentialName: tls', 'credentialName: new'),
    );
  });

  test('[E14] the plan says which nodes get another id', () => {
    const text = joined(SERVICE.replace('ports:', 'type: LoadBalancer\n  ports:'), ROUTED);
    const plan = planOf(text, rename('Service/default/cart', 'basket'));
    const moved = { from: 'LoadBalancer/default/cart', to: 'LoadBalancer/default/basket' };
    expect(plan.renamed).toEqual([moved]);
    expect(plan.label).toBe('Rename cart to basket');
    expect(planOf(ROUTED, rename('VirtualService/default/vs', 'vs', 'b')).renamed).toEqual([
      { from: 'Gateway/default/gw', to: 'Gateway/b/gw' },
      { from: 'Service/default/cart', to: 'Service/b/cart' },
      { from: 'VirtualService/default/vs', to: 'VirtualService/b/vs' },
    ]);
  });

  test('[E15] a name that is taken or wrong, and a resource that is there twice, is refused', () => {
    const other = SERVICE.replace('name: cart', 'name: other');
    const id = 'Service/default/cart';
    expect(runCommand(joined(SERVICE, other), rename(id, 'other'))).toMatch(/already/);
    expect(runCommand(SERVICE, rename(id, 'Cart'))).toMatch(/lower case letters/);
    expect(runCommand(joined(SERVICE, SERVICE), rename(id, 'b'))).toMatch(
      /more than one Service cart/,
    );
    expect(runCommand(SERVICE, rename(id, 'cart'))).toBe(SERVICE);
  });
});

describe('duplicating', () => {
  test('[E16] the copy stands behind its original, comments included', () => {
    const service = `# of cart\n${SERVICE}`;
    const text = joined(service, GATEWAY);
    const copy = service.replace('name: cart', 'name: cart-copy');
    const command = { kind: 'duplicate-resource', resource: 'Service/default/cart' } as const;
    const once = joined(service, copy, GATEWAY);
    expect(runCommand(text, command)).toBe(once);
    const second = service.replace('name: cart', 'name: cart-copy-2');
    expect(runCommand(once, command)).toBe(joined(service, second, copy, GATEWAY));
    expect(runCommand(SERVICE.trimEnd(), command)).toBe(
      `${SERVICE}---\n${SERVICE.replace('name: cart', 'name: cart-copy').trimEnd()}`,
    );
  });

  test('[E16] an item of a List stays in its List', () => {
    const item = '- kind: Service\n  apiVersion: v1\n  metadata: {name: a} # a\n';
    expect(
      runCommand(`kind: List\nitems:\n${item}`, {
        kind: 'duplicate-resource',
        resource: 'Service/default/a',
      }),
    ).toBe(`kind: List\nitems:\n${item}${item.replace('name: a}', 'name: a-copy}')}`);
  });
});
