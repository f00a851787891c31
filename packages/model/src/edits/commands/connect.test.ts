import { describe, expect, test } from 'vitest';
import { applyUndoably } from '../../../test/support/run-command.ts';
import { joined, manifest, virtualService } from '../../../test/support/short-manifest.ts';
import { buildSnapshot } from '../../snapshot.ts';
import type { EditCommand } from '../edit-command.ts';
import { planEdit } from '../plan-edit.ts';
import { checkConnection } from './connect.ts';

type Connect = Extract<EditCommand, { readonly kind: 'connect' }>;

function connect(
  text: string,
  source: string,
  target: string,
  more: Partial<Connect> = {},
): string {
  const snapshot = buildSnapshot(text);
  const result = planEdit(snapshot, { kind: 'connect', source, target, ...more });
  if (Object.keys(more).length === 0) {
    expect(checkConnection(snapshot, source, target).ok).toBe(result.ok);
  }
  return result.ok ? applyUndoably(text, result.plan.edits) : `refused: ${result.reason}`;
}

function disconnect(text: string, edge: string): { readonly text: string; readonly label: string } {
  const result = planEdit(buildSnapshot(text), { kind: 'disconnect', edge });
  return result.ok
    ? { text: applyUndoably(text, result.plan.edits), label: result.plan.label }
    : { text: 'refused', label: result.reason };
}

const LOAD_BALANCER = manifest(
  'Service',
  'name: edge, namespace: istio-system',
  '  type: LoadBalancer\n  selector: {istio: edge}\n  ports:\n  - port: 80\n',
);
const CART = manifest('Service', 'name: cart', '  ports:\n  - port: 80\n');
const MANY = manifest(
  'Service',
  'name: many, namespace: b',
  '  ports:\n  - {name: http, port: 80}\n  - {name: grpc, port: 90}\n',
);
const GATEWAY = manifest(
  'Gateway',
  'name: gw',
  '  selector: {istio: ingressgateway}\n  servers:\n  - port: {number: 80, name: http, protocol: HTTP}\n    hosts:\n    - "a.example.com"\n',
);

const VS = 'VirtualService/default/vs';
const GW = 'Gateway/default/gw';

describe('LoadBalancer to Gateway', () => {
  test('[E20] the selector of the Gateway becomes that of the Service, and an unused one when disconnected', () => {
    const text = joined(LOAD_BALANCER, GATEWAY);
    const edge = 'LoadBalancer/istio-system/edge';
    const connected = text.replace('{istio: ingressgateway}', '{istio: edge}');
    expect(connect(text, edge, GW)).toBe(connected);
    expect(connect(connected, edge, GW)).toMatch(/^refused: edge exposes gw already/);
    const { text: apart, label } = disconnect(connected, `exposes:${edge}>${GW}`);
    expect(apart).toBe(text.replace('{istio: ingressgateway}', '{istio: none}'));
    expect(label).toBe('Disconnect edge from gw (selector istio: none picks no pods)');
    expect(buildSnapshot(apart).topology.edges).toEqual([]);
    const implied = 'LoadBalancer/istio-system/istio-ingressgateway';
    expect(connect(apart, implied, GW)).toMatch(/^refused: One of the two/);
  });
});

describe('Gateway to VirtualService', () => {
  test('[E21] names the Gateway, short in its namespace, and beside the others', () => {
    const text = joined(GATEWAY, virtualService('  hosts: [a.example.com]\n'));
    expect(connect(text, GW, VS)).toBe(`${text}  gateways:\n  - gw\n`);
    const elsewhere = virtualService('  hosts: [a.example.com]\n', 'name: vs, namespace: b');
    expect(connect(joined(GATEWAY, elsewhere), GW, 'VirtualService/b/vs')).toBe(
      `${joined(GATEWAY, elsewhere)}  gateways:\n  - default/gw\n`,
    );
    const other = virtualService('  hosts: [a.example.com]\n  gateways: ["b/other"] # c\n');
    expect(connect(joined(GATEWAY, other), GW, VS)).toBe(
      joined(GATEWAY, other).replace('["b/other"]', '["b/other", "default/gw"]'),
    );
  });

  test('[E21] keeps the mesh where a host is one of the mesh', () => {
    const text = joined(CART, GATEWAY, virtualService('  hosts: [cart, a.example.com]\n'));
    expect(connect(text, GW, VS)).toBe(`${text}  gateways:\n  - mesh\n  - gw\n`);
  });

  test('[E21] gives them a host in common', () => {
    const text = joined(GATEWAY, virtualService('  hosts: [b.example.com]\n  gateways: [other]\n'));
    expect(connect(text, GW, VS)).toBe(
      text
        .replace('    - "a.example.com"\n', '    - "a.example.com"\n    - "b.example.com"\n')
        .replace('[other]', '[other, gw]'),
    );
    const mesh = joined(
      CART,
      GATEWAY,
      virtualService('  hosts:\n  - cart\n  gateways:\n  - mesh\n'),
    );
    expect(connect(mesh, GW, VS)).toBe(
      mesh
        .replace('  - cart\n', '  - cart\n  - a.example.com\n')
        .replace('  - mesh\n', '  - mesh\n  - gw\n'),
    );
    const kept = GATEWAY.replace('"a.example.com"', '"c/*.example.com"');
    const restricted = joined(kept, virtualService('  hosts: [b.example.com]\n  gateways: [gw]\n'));
    expect(connect(restricted, GW, VS)).toBe(
      restricted.replace(
        '    - "c/*.example.com"\n',
        '    - "c/*.example.com"\n    - "default/b.example.com"\n',
      ),
    );
  });

  test('[E22] disconnecting takes the entry, and the field with the last one', () => {
    const text = joined(
      GATEWAY,
      virtualService('  hosts: [a.example.com]\n  gateways:\n  - gw # c\n  - x\n'),
    );
    const edge = `binds:${GW}>${VS}`;
    const once = disconnect(text, edge);
    expect(once).toEqual({
      text: text.replace('  - gw # c\n', ''),
      label: 'Disconnect gw from vs',
    });
    const last = text.replace('  - x\n', '');
    expect(disconnect(last, edge)).toEqual({
      text: last.replace('  gateways:\n  - gw # c\n', ''),
      label: 'Disconnect gw from vs (vs is for the mesh only now)',
    });
  });
});

describe('VirtualService to Service', () => {
  const route =
    '  hosts: [a]\n  http:\n  - match: [{uri: {prefix: /}}]\n    route:\n    - destination:\n        host: x # x\n';

  test('[E23] a new route where there is none, short in the same namespace, with the port where there are several', () => {
    const text = joined(CART, MANY, virtualService('  hosts: [a]\n'));
    expect(connect(text, VS, 'Service/default/cart')).toBe(
      `${text}  http:\n  - route:\n    - destination:\n        host: cart\n`,
    );
    const many = connect(text, VS, 'Service/b/many', { port: 90 });
    expect(many).toBe(
      `${text}  http:\n  - route:\n    - destination:\n        host: many.b.svc.cluster.local\n        port:\n          number: 90\n`,
    );
    expect(connect(text, VS, 'Service/b/many', { port: 91 })).toMatch(
      /^refused: many has no port 91/,
    );
    expect(connect(many, VS, 'Service/b/many', { port: 90 })).toMatch(/^refused: .* already/);
  });

  test('[E24] a second destination shares evenly, a third leaves the others their proportion', () => {
    const text = joined(CART, virtualService(route));
    const two = connect(text, VS, 'Service/default/cart');
    expect(two).toBe(
      `${text}      weight: 50\n    - destination:\n        host: cart\n      weight: 50\n`,
    );
    const third = joined(manifest('Service', 'name: c', '  ports: [{port: 1}]\n'), two);
    const uneven = third.replace('weight: 50', 'weight: 80').replace('weight: 50', 'weight: 20');
    expect(connect(uneven, VS, 'Service/default/c')).toBe(
      `${uneven.replace('weight: 80', 'weight: 54').replace('weight: 20', 'weight: 13')}    - destination:\n        host: c\n      weight: 33\n`,
    );
  });

  test('[E23] a named route gets the destination; one that redirects refuses', () => {
    const text = joined(
      CART,
      virtualService(
        '  hosts: [a]\n  http:\n  - redirect: {uri: /}\n  tls:\n  - match: [{sniHosts: [a]}]\n    route:\n    - destination: {host: x.b.svc.cluster.local, port: {number: 443}}\n',
      ),
    );
    const named = { route: { protocol: 'http', index: 0 } } as const;
    expect(connect(text, VS, 'Service/default/cart', named)).toMatch(/^refused: .*redirect/);
    expect(connect(text, VS, 'Service/default/cart')).toBe(
      `${text.replace('number: 443}}\n', 'number: 443}}\n      weight: 50\n')}    - destination: {host: cart.default.svc.cluster.local, port: {number: 80}}\n      weight: 50\n`,
    );
  });

  test('[E24] disconnecting keeps the weights meaningful; a route without destination goes', () => {
    const text = joined(
      CART,
      virtualService(
        '  hosts: [a]\n  http:\n  - route:\n    - destination: {host: cart}\n      weight: 50\n    # canary\n    - destination: {host: x}\n      weight: 40\n    - destination: {host: z}\n      weight: 10\n  - route:\n    - destination: {host: z}\n',
      ),
    );
    expect(disconnect(text, `routes:${VS}>Service/default/cart#http-0-0`).text).toBe(
      text
        .replace('    - destination: {host: cart}\n      weight: 50\n', '')
        .replace('weight: 40', 'weight: 80')
        .replace('weight: 10', 'weight: 20'),
    );
    expect(disconnect(text, `routes:${VS}>Service/default/z#http-1-0`).text).toBe(
      text.replace('  - route:\n    - destination: {host: z}\n', ''),
    );
  });
});

describe('VirtualService to VirtualService', () => {
  const root = virtualService(
    '  hosts: [a]\n  http:\n  # rest\n  - route:\n    - destination: {host: x}\n',
  );
  const part = virtualService(
    '  http:\n  - route:\n    - destination: {host: z}\n',
    'name: part, namespace: b',
  );
  const PART = 'VirtualService/b/part';

  test('[E25] a new route delegates, before the one that takes everything', () => {
    const text = joined(root, part);
    const after = connect(text, VS, PART);
    expect(after).toBe(
      text.replace(
        '  # rest\n',
        '  - match:\n    - uri:\n        prefix: /part\n    delegate:\n      name: part\n      namespace: b\n  # rest\n',
      ),
    );
    expect(disconnect(after, `delegates:${VS}>${PART}#0`).text).toBe(text);
    expect(connect(after, VS, PART)).toMatch(/^refused: vs delegates to part already/);
  });

  test('[E25] what cannot be a delegate is refused', () => {
    const other = virtualService('  hosts: [b]\n', 'name: other');
    expect(connect(joined(root, other), VS, 'VirtualService/default/other')).toMatch(
      /has hosts of its own/,
    );
    expect(connect(joined(root, part), PART, VS)).toMatch(/^refused: /);
  });
});

describe('other pairs', () => {
  test('[E26] are refused with what leads further', () => {
    const text = joined(CART, GATEWAY, virtualService('  hosts: [a.example.com]\n'));
    expect(connect(text, GW, 'Service/default/cart')).toMatch(/there has to be a VirtualService/);
    expect(connect(text, VS, GW)).toMatch(/connect the other way round/);
    expect(connect(text, GW, GW)).toMatch(/cannot be connected to itself/);
    expect(connect(text, GW, 'Service/default/none')).toMatch(/not there any more/);
  });
});
