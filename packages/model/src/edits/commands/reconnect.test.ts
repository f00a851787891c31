import { describe, expect, test } from 'vitest';
import { applyUndoably } from '../../../test/support/run-command.ts';
import { joined, manifest, virtualService } from '../../../test/support/short-manifest.ts';
import { buildSnapshot } from '../../snapshot.ts';
import type { EditCommand } from '../edit-command.ts';
import { planEdit } from '../plan-edit.ts';
import { checkReconnection } from './reconnect.ts';

type Reconnect = Omit<Extract<EditCommand, { readonly kind: 'reconnect' }>, 'kind'>;

interface Outcome {
  readonly text: string;
  readonly label: string;
}

function reconnect(text: string, command: Reconnect): Outcome {
  const snapshot = buildSnapshot(text);
  const result = planEdit(snapshot, { kind: 'reconnect', ...command });
  const check = checkReconnection(snapshot, command);
  expect(check.ok).toBe(result.ok);
  if (!result.ok) return { text: `refused: ${result.reason}`, label: '' };
  const { edits, label } = result.plan;
  expect(check.ok && check.isMoved).toBe(edits.length > 0);
  return { text: applyUndoably(text, edits), label };
}

function moveEnd(text: string, edge: string, node: string, more: Partial<Reconnect> = {}): string {
  return reconnect(text, { edge, end: 'target', node, ...more }).text;
}

function moveStart(text: string, edge: string, node: string, more: Partial<Reconnect> = {}) {
  return reconnect(text, { edge, end: 'source', node, ...more }).text;
}

function gateway(name: string, host = 'a.example.com', selector = 'ingressgateway'): string {
  return manifest(
    'Gateway',
    name,
    `  selector: {istio: ${selector}}\n  servers:\n  - port: {number: 80, name: http, protocol: HTTP}\n    hosts:\n    - ${host}\n`,
  );
}

const ports = (...numbers: readonly number[]) =>
  `  ports:\n${numbers.map((port) => `  - {name: p${port}, port: ${port}}\n`).join('')}`;
const CART = manifest('Service', 'name: cart', ports(80));
const BASKET = manifest('Service', 'name: basket', ports(8080));
const MANY = manifest('Service', 'name: many, namespace: b', ports(80, 90));
const VS = 'VirtualService/default/vs';
const OTHER = 'VirtualService/default/other';

describe('the end of a route', () => {
  const ROUTE = `  hosts: [a]
  http:
  - route:
    - destination:
        host: "cart" # the old one
        subset: v1
        port:
          number: 80
      headers: {request: {set: {a: b}}}
      weight: 90
    - destination: {host: many.b.svc.cluster.local, port: {number: 90}}
      weight: 10
`;
  const text = joined(CART, BASKET, MANY, virtualService(ROUTE));
  const edge = `routes:${VS}>Service/default/cart#http-0-0`;

  test('[E40] host and port change in place; weight and other fields stay, and the subset goes', () => {
    expect(moveEnd(text, edge, 'Service/default/basket')).toBe(
      text
        .replace('"cart"', '"basket"')
        .replace('        subset: v1\n', '')
        .replace('number: 80\n', 'number: 8080\n'),
    );
  });

  test('[E40] a subset that the new host has too stays', () => {
    const rule = manifest(
      'DestinationRule',
      'name: basket',
      '  host: basket\n  subsets:\n  - {name: v1, labels: {version: v1}}\n',
    );
    const ruled = joined(rule, text);
    expect(moveEnd(ruled, edge, 'Service/default/basket')).toBe(
      ruled.replace('"cart"', '"basket"').replace('number: 80\n', 'number: 8080\n'),
    );
  });

  test('[E40] a short host becomes the FQDN in another namespace, and a full one stays full', () => {
    expect(moveEnd(text, edge, 'Service/b/many')).toBe(
      text.replace('"cart"', '"many.b.svc.cluster.local"').replace('        subset: v1\n', ''),
    );
    const full = `routes:${VS}>Service/b/many#http-0-1`;
    expect(moveEnd(text, full, 'Service/default/basket')).toBe(
      text.replace(
        '{host: many.b.svc.cluster.local, port: {number: 90}}',
        '{host: basket.default.svc.cluster.local, port: {number: 8080}}',
      ),
    );
  });

  test('[E40] a port alone changes alone; one that is not there is refused', () => {
    const full = `routes:${VS}>Service/b/many#http-0-1`;
    expect(
      reconnect(text, { edge: full, end: 'target', node: 'Service/b/many', port: 80 }),
    ).toEqual({
      text: text.replace('number: 90', 'number: 80'),
      label: 'Reconnect vs to port 80 of many',
    });
    expect(moveEnd(text, full, 'Service/b/many', { port: 81 })).toMatch(
      /^refused: many has no port 81. It has 80, 90/,
    );
  });

  test('[E40] a port is written where the new host has several, and only there', () => {
    const plain = joined(
      CART,
      BASKET,
      MANY,
      virtualService('  hosts: [a]\n  tcp:\n  - route:\n    - destination:\n        host: cart\n'),
    );
    const tcp = `routes:${VS}>Service/default/cart#tcp-0-0`;
    expect(moveEnd(plain, tcp, 'Service/default/basket')).toBe(
      plain.replace('host: cart', 'host: basket'),
    );
    expect(moveEnd(plain, tcp, 'Service/default/basket', { port: 8080 })).toBe(
      plain.replace('host: cart', 'host: basket'),
    );
    expect(moveEnd(plain, tcp, 'Service/b/many', { port: 90 })).toBe(
      plain.replace(
        'host: cart\n',
        'host: many.b.svc.cluster.local\n        port:\n          number: 90\n',
      ),
    );
  });

  test('[E40] a missing Service is corrected by leading its line to one that is there', () => {
    const typo = text.replace('"cart"', 'crat');
    expect(
      moveEnd(typo, `routes:${VS}>Service/default/crat#http-0-0`, 'Service/default/cart'),
    ).toBe(typo.replace('crat', 'cart').replace('        subset: v1\n', ''));
  });

  test('[E40] mirrors move as destinations do', () => {
    const mirrored = joined(
      CART,
      BASKET,
      virtualService(
        '  hosts: [a]\n  http:\n  - route: [{destination: {host: x}}]\n    mirror: {host: cart, subset: v2}\n    mirrorPercentage: {value: 5}\n  - route: [{destination: {host: x}}]\n    mirrors:\n    - destination: {host: cart}\n      percentage: {value: 5}\n',
      ),
    );
    const single = moveEnd(
      mirrored,
      `routes:${VS}>Service/default/cart#http-0-mirror`,
      'Service/default/basket',
    );
    expect(single).toBe(mirrored.replace('{host: cart, subset: v2}', '{host: basket}'));
    const listed = moveEnd(
      mirrored,
      `routes:${VS}>Service/default/cart#http-1-mirror-0`,
      'Service/default/basket',
    );
    expect(listed).toBe(mirrored.replace('{host: cart}\n', '{host: basket}\n'));
  });

  test('[E40] what the route leads to already is refused; where it leads already nothing is written', () => {
    const twice = text.replace('port: {number: 90}', 'port: {number: 80}');
    const there = joined(twice, manifest('Service', 'name: x', ports(1)));
    expect(moveEnd(there.replace('        subset: v1\n', ''), edge, 'Service/b/many')).toMatch(
      /^refused: .* leads to many\.b\.svc\.cluster\.local already/,
    );
    expect(moveEnd(text, edge, 'Service/default/cart')).toBe(text);
    expect(moveEnd(text, edge, 'Service/default/cart', { port: 80 })).toBe(text);
  });

  test('[E40] a ServiceEntry is led to by its host', () => {
    const entry = manifest(
      'ServiceEntry',
      'name: api',
      '  hosts: ["*.example.org", api.example.org]\n  ports:\n  - {number: 443, name: tls, protocol: TLS}\n',
    );
    expect(moveEnd(joined(text, entry), edge, 'ServiceEntry/default/api')).toBe(
      joined(text, entry)
        .replace('"cart"', '"api.example.org"')
        .replace('        subset: v1\n', '')
        .replace('number: 80\n', 'number: 443\n'),
    );
  });
});

describe('the start of a route', () => {
  const ROUTES = `  hosts: [a]
  http:
  - name: one
    route:
    - destination:
        host: cart
      weight: 50
    # the canary
    - destination:
        host: basket # new
      headers: {request: {set: {a: b}}}
      weight: 50
  - name: two
    route:
    - destination:
        host: many.b.svc.cluster.local
        port:
          number: 80
  - name: three
    redirect: {uri: /}
`;
  const text = joined(CART, BASKET, MANY, virtualService(ROUTES));
  const canary =
    '    # the canary\n    - destination:\n        host: basket # new\n      headers: {request: {set: {a: b}}}\n      weight: 50\n';
  const edge = `routes:${VS}>Service/default/basket#http-0-1`;

  test('[E41] a destination goes to another route as it is written, and the weights of both stay meaningful', () => {
    const moved = reconnect(text, {
      edge,
      end: 'source',
      node: VS,
      route: { protocol: 'http', index: 1 },
    });
    expect(moved).toEqual({
      text: text
        .replace(canary, '')
        .replace('host: cart\n      weight: 50', 'host: cart\n      weight: 100')
        .replace(
          'number: 80\n  - name: three',
          `number: 80\n      weight: 50\n${canary}  - name: three`,
        ),
      label: 'Reconnect basket to http route 2 of vs',
    });
  });

  test('[E41] a route that is left without destinations goes', () => {
    const only = `routes:${VS}>Service/b/many#http-1-0`;
    const moved = reconnect(text, {
      edge: only,
      end: 'source',
      node: VS,
      route: { protocol: 'http', index: 0 },
    });
    expect(moved.label).toBe('Reconnect many to http route 1 of vs (http route 2 is gone)');
    expect(moved.text).not.toContain('name: two');
    expect(buildSnapshot(moved.text).topology.edges.map(({ id }) => id)).toEqual([
      `routes:${VS}>Service/default/cart#http-0-0`,
      `routes:${VS}>Service/default/basket#http-0-1`,
      `routes:${VS}>Service/b/many#http-0-2`,
    ]);
  });

  test('[E41] a destination goes to another VirtualService, and keeps its meaning in another namespace', () => {
    const elsewhere = virtualService(
      '  hosts: [b]\n  http:\n  - route:\n    - destination: {host: many}\n',
      'name: other, namespace: b',
    );
    const both = joined(text, elsewhere);
    const moved = moveStart(both, edge, 'VirtualService/b/other');
    expect(moved).toBe(
      both
        .replace(canary, '')
        .replace('host: cart\n      weight: 50', 'host: cart\n      weight: 100')
        .replace(
          '{host: many}\n',
          `{host: many}\n      weight: 50\n${canary.replace('host: basket', 'host: basket.default.svc.cluster.local')}`,
        ),
    );
  });

  test('[E41] a VirtualService without routes gets one', () => {
    const empty = joined(text, virtualService('  hosts: [b]\n', 'name: other'));
    const moved = moveStart(empty, `routes:${VS}>Service/b/many#http-1-0`, OTHER);
    expect(moved.slice(moved.indexOf('name: other'))).toBe(
      'name: other}\nspec:\n  hosts: [b]\n  http:\n  - route:\n    - destination:\n        host: many.b.svc.cluster.local\n        port:\n          number: 80\n',
    );
    expect(moved).not.toContain('name: two');
  });

  test('[E41] a route that redirects, and one that leads there already, refuse', () => {
    expect(moveStart(text, edge, VS, { route: { protocol: 'http', index: 2 } })).toMatch(
      /^refused: .*redirect/,
    );
    const twice = text.replace(
      'many.b.svc.cluster.local\n        port:\n          number: 80',
      'basket',
    );
    expect(moveStart(twice, edge, VS, { route: { protocol: 'http', index: 1 } })).toMatch(
      /^refused: That route of vs leads to basket already/,
    );
    expect(moveStart(text, edge, VS, { route: { protocol: 'http', index: 0 } })).toBe(text);
    expect(moveStart(text, edge, VS)).toBe(text);
  });

  test('[E41] headers stay behind where the new route is no http route', () => {
    const tcp = `${text}  tcp:\n  - route:\n    - destination: {host: x}\n`;
    const moved = moveStart(tcp, edge, VS, { route: { protocol: 'tcp', index: 0 } });
    expect(moved).not.toContain('headers');
    expect(buildSnapshot(moved).topology.edges.map(({ id }) => id)).toContain(
      `routes:${VS}>Service/default/basket#tcp-0-1`,
    );
  });

  test('[E41] a mirror goes to another http route, with its percentage', () => {
    const mirrored = joined(
      CART,
      virtualService(
        '  hosts: [a]\n  http:\n  - route: [{destination: {host: x}}]\n    mirror: {host: cart}\n    mirrorPercent: 5\n  - route: [{destination: {host: y}}]\n  - route: [{destination: {host: z}}]\n    mirrors:\n    - destination: {host: y}\n',
      ),
    );
    const mirror = `routes:${VS}>Service/default/cart#http-0-mirror`;
    const bare = mirrored.replace('    mirror: {host: cart}\n    mirrorPercent: 5\n', '');
    expect(moveStart(mirrored, mirror, VS, { route: { protocol: 'http', index: 1 } })).toBe(
      bare.replace(
        '{host: y}}]\n',
        '{host: y}}]\n    mirror: {host: cart}\n    mirrorPercent: 5\n',
      ),
    );
    expect(moveStart(mirrored, mirror, VS, { route: { protocol: 'http', index: 2 } })).toBe(
      `${bare}    - destination: {host: cart}\n      percentage:\n        value: 5\n`,
    );
  });
});

describe('the line from a Gateway', () => {
  const VIRTUAL_SERVICE = virtualService(
    '  hosts: [a.example.com]\n  gateways:\n  - mesh\n  - "gw" # front\n  http:\n  - match:\n    - gateways: [gw]\n    route: [{destination: {host: x}}]\n',
  );
  const text = joined(
    gateway('name: gw'),
    gateway('name: new'),
    gateway('name: far, namespace: b', 'b.example.com'),
    VIRTUAL_SERVICE,
    virtualService('  hosts: [a.example.com]\n', 'name: other'),
  );
  const edge = `binds:Gateway/default/gw>${VS}`;

  test('[E42] the name changes in place, in match blocks too', () => {
    expect(reconnect(text, { edge, end: 'source', node: 'Gateway/default/new' })).toEqual({
      text: text.replace('"gw"', '"new"').replace('[gw]', '[new]'),
      label: 'Reconnect vs to new instead of gw',
    });
  });

  test('[E42] with its namespace where it is in another, and a host in common', () => {
    expect(moveStart(text, edge, 'Gateway/b/far')).toBe(
      text
        .replace('"gw"', '"b/far"')
        .replace('[gw]', '[b/far]')
        .replace('    - b.example.com\n', '    - b.example.com\n    - a.example.com\n'),
    );
  });

  test('[E42] a Gateway that it is on already is refused', () => {
    const both = text.replace('  - mesh\n', '  - mesh\n  - new\n');
    expect(moveStart(both, edge, 'Gateway/default/new')).toMatch(/on the Gateway new already/);
  });

  test('[E42] the other end: another VirtualService names it, and this one no more', () => {
    expect(reconnect(text, { edge, end: 'target', node: OTHER })).toEqual({
      text: `${text.replace('  - "gw" # front\n', '')}  gateways:\n  - gw\n`,
      label: 'Reconnect gw to other instead of vs',
    });
  });
});

describe('the line from a LoadBalancer', () => {
  const balancer = (name: string) =>
    manifest(
      'Service',
      `name: ${name}`,
      `  type: LoadBalancer\n  selector: {istio: ${name}}\n${ports(80)}`,
    );
  const text = joined(
    balancer('one'),
    balancer('two'),
    gateway('name: gw', 'a', 'one'),
    gateway('name: spare', 'a', 'nobody'),
  );
  const edge = 'exposes:LoadBalancer/default/one>Gateway/default/gw';

  test('[E43] the Gateway gets the selector of the other Service', () => {
    expect(moveStart(text, edge, 'LoadBalancer/default/two')).toBe(
      text.replace('selector: {istio: one}\n  servers', 'selector: {istio: two}\n  servers'),
    );
  });

  test('[E43] another Gateway gets the selector, and this one a selector that picks no pods', () => {
    expect(reconnect(text, { edge, end: 'target', node: 'Gateway/default/spare' })).toEqual({
      text: text
        .replace('selector: {istio: one}\n  servers', 'selector: {istio: none}\n  servers')
        .replace('istio: nobody', 'istio: one'),
      label: 'Reconnect one to spare instead of gw (selector istio: none of gw picks no pods)',
    });
  });
});

describe('the line to a delegate', () => {
  const root = (name: string) =>
    virtualService(
      '  hosts: [a]\n  http:\n  - match: [{uri: {prefix: /p}}] # part\n    delegate: {name: part}\n    headers: {request: {set: {a: b}}}\n  - route: [{destination: {host: x}}]\n',
      `name: ${name}`,
    );
  const part = (metadata: string) =>
    virtualService('  http:\n  - route: [{destination: {host: z}}]\n', metadata);
  const text = joined(root('vs'), part('name: part'), part('name: far, namespace: b'));
  const edge = `delegates:${VS}>VirtualService/default/part#0`;

  test('[E44] the name changes in place, with its namespace where it is in another', () => {
    const far = moveEnd(text, edge, 'VirtualService/b/far');
    expect(far).toBe(text.replace('{name: part}\n', '{name: far, namespace: b}\n'));
    const back = moveEnd(
      far,
      `delegates:${VS}>VirtualService/b/far#0`,
      'VirtualService/default/part',
    );
    expect(back).toBe(text.replace('{name: part}\n', '{name: part, namespace: default}\n'));
  });

  test('[E44] what cannot be a delegate is refused', () => {
    const other = joined(text, virtualService('  hosts: [b]\n', 'name: other'));
    expect(moveEnd(other, edge, OTHER)).toMatch(/has hosts of its own/);
  });

  test('[E44] the other end: the route goes to another VirtualService as it is written', () => {
    const other = joined(
      text,
      virtualService(
        '  hosts: [b]\n  http:\n  - route: [{destination: {host: y}}]\n',
        'name: other, namespace: c',
      ),
    );
    const route =
      '  - match: [{uri: {prefix: /p}}] # part\n    delegate: {name: part}\n    headers: {request: {set: {a: b}}}\n';
    expect(moveStart(other, edge, 'VirtualService/c/other')).toBe(
      other
        .replace(route, '')
        .replace(
          '  - route: [{destination: {host: y}}]',
          `${route.replace('{name: part}', '{name: part, namespace: default}')}  - route: [{destination: {host: y}}]`,
        ),
    );
  });
});

describe('every end', () => {
  test('[E45] is refused where a node of another kind is, and while the YAML has a mistake', () => {
    const text = joined(
      CART,
      gateway('name: gw'),
      virtualService(
        '  hosts: [a.example.com]\n  gateways: [gw]\n  http:\n  - route: [{destination: {host: cart}}]\n',
      ),
    );
    const binds = `binds:Gateway/default/gw>${VS}`;
    expect(moveEnd(text, binds, 'Service/default/cart')).toMatch(
      /^refused: This connection ends at a VirtualService, and cart is a Service/,
    );
    expect(
      moveEnd(text, `routes:${VS}>Service/default/cart#http-0-0`, 'Gateway/default/gw'),
    ).toMatch(/^refused: This connection ends at a Service or a ServiceEntry/);
    expect(moveEnd(text, binds, VS)).toBe(text);
    expect(moveEnd(text, 'binds:Gateway/default/none>x', VS)).toMatch(/not there any more/);
  });
});
