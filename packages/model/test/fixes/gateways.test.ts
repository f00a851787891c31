import { describe, expect, test } from 'vitest';
import { expectFixed, fixedText, titlesOf } from './expect-fix.ts';
import {
  CART,
  deployment,
  gateway,
  istio,
  routes,
  SECRET,
  service,
  TO_CART,
  textOf,
} from './short-world.ts';

const https = (more: string, hosts = '[shop.example.com]') =>
  `    - port: { number: 443, name: https, protocol: HTTPS }\n      hosts: ${hosts}\n${more}`;
const SIMPLE = '      tls: { mode: SIMPLE, credentialName: front-tls }\n';
const world = (front: string, ...more: readonly string[]): string =>
  textOf(front, routes(TO_CART), CART, SECRET, ...more);

describe('[A9] a host on two sides', () => {
  test('is added where a wildcard does not stand for it', () => {
    const text = world(
      gateway('["*.example.com"]'),
      routes(TO_CART, '[www.example.com, example.com]', 'two'),
    );
    expectFixed(text, 'PTL201', 'Add example.com to the Gateway front', [
      'hosts: ["*.example.com"]',
      'hosts: ["*.example.com", "example.com"]',
    ]);
  });

  test('is added for the namespace where the Gateway keeps it for others', () => {
    const text = world(gateway('[other/shop.example.com]'));
    expectFixed(text, 'PTL202', 'Add shop/shop.example.com to the Gateway front', [
      '[other/shop.example.com]',
      '[other/shop.example.com, shop/shop.example.com]',
    ]);
  });

  test('is written in small letters', () => {
    const text = world(gateway('[Shop.example.com]'));
    expectFixed(text, 'PTL203', 'Write shop.example.com in small letters', ['[Shop.', '[shop.']);
  });

  test('of a VirtualService in the mesh alone is put on the Gateway', () => {
    const vs = routes(TO_CART).replace('  gateways: [front]\n', '');
    const text = textOf(gateway(), vs, CART);
    const added = (list: string) => [`${TO_CART}---`, `${TO_CART}  gateways:\n${list}---`] as const;
    expectFixed(text, 'PTL204', 'Put it on the Gateway front alone', added('    - front\n'));
    expectFixed(
      text,
      'PTL204',
      'Put it on the Gateway front, and keep it in the mesh',
      added('    - front\n    - mesh\n'),
    );
  });
});

describe('[A9] a Gateway', () => {
  test('without a VirtualService gets one', () => {
    const other = istio('VirtualService', 'inside', `  hosts: [cart]\n  http:\n${TO_CART}`);
    const pay = CART.replace('name: cart', 'name: pay');
    const text = textOf(gateway('[shop.example.com]'), other, CART, pay);
    expect(
      fixedText(text, 'PTL205', 'Add a VirtualService to front, which leads to pay'),
    ).toContain(text);
  });

  test('with a server that nothing is for loses it', () => {
    const idle = https(SIMPLE, '[idle.example.com]');
    const text = world(gateway('["*"]', idle));
    expectFixed(text, 'PTL206', 'Take the server for idle.example.com away', [idle, '']);
  });

  test('listens on a port that leads to it, or the Service gets the port', () => {
    const front = gateway().replace('number: 80', 'number: 8081');
    const pods = deployment('edge', '{ istio: ingressgateway }', null).replace(
      'namespace: shop',
      'namespace: istio-system',
    );
    const lb = service(
      'edge',
      '  type: LoadBalancer\n  selector: { istio: ingressgateway }\n  ports:\n    - { name: http2, port: 80, targetPort: 8080 }\n',
    ).replace('namespace: shop', 'namespace: istio-system');
    const text = world(front, pods, lb);
    expectFixed(text, 'IST0162', 'Listen on port 80', ['number: 8081', 'number: 80']);
    expectFixed(text, 'IST0162', 'Add port 8081 to the Service edge', [
      '    - { name: http2, port: 80, targetPort: 8080 }\n',
      '    - { name: http2, port: 80, targetPort: 8080 }\n    - { name: http-8081, port: 8081, targetPort: 8081 }\n',
    ]);
  });

  test('has each server once', () => {
    const twin =
      '    - port: { number: 80, name: http-2, protocol: HTTP }\n      hosts: [shop.example.com]\n';
    const text = world(gateway('[shop.example.com]', twin));
    expectFixed(text, 'KIA0301', 'Take the second server for shop.example.com away', [twin, '']);
  });

  test('keeps a host in the server that counts', () => {
    const more = `${https(SIMPLE)}    - port: { number: 443, name: https-2, protocol: HTTPS }\n      hosts: [shop.example.com, pay.example.com]\n${SIMPLE}`;
    const text = world(gateway('["*"]', more), routes(TO_CART, '[pay.example.com]', 'pay'));
    expectFixed(text, 'PTL261', 'Take shop.example.com out of this server', [
      '[shop.example.com, pay.example.com]',
      '[pay.example.com]',
    ]);
  });

  test('leaves a host to another Gateway', () => {
    const other = gateway('[shop.example.com, pay.example.com]').replace(
      'name: front',
      'name: back',
    );
    const text = world(
      gateway('[shop.example.com]'),
      other,
      routes(TO_CART, '[pay.example.com]', 'pay').replace('[front]', '[back]'),
    );
    expect(titlesOf(text, 'IST0145')).toEqual([]);
    const turned = textOf(
      other,
      gateway('[shop.example.com]'),
      routes(TO_CART),
      CART,
      routes(TO_CART, '[pay.example.com]', 'pay').replace('[front]', '[back]'),
    );
    expectFixed(turned, 'IST0145', 'Take shop.example.com out of this server', [
      '[shop.example.com, pay.example.com]',
      '[pay.example.com]',
    ]);
  });

  test('moves a server to the port of its protocol', () => {
    const dropped = https(SIMPLE).replace('number: 443', 'number: 80');
    const text = world(gateway('["*"]', dropped));
    expectFixed(text, 'PTL260', 'Move the server for HTTPS to port 443', [
      'number: 80, name: https',
      'number: 443, name: https',
    ]);
  });
});

describe('[A9] a redirect to https', () => {
  const redirecting = gateway('[shop.example.com]', '      tls: { httpsRedirect: true }\n');

  test('is served, or not made', () => {
    const text = world(redirecting);
    expect(fixedText(text, 'PTL241', 'Serve shop.example.com over HTTPS on front')).toContain(
      'credentialName: front-tls',
    );
    expectFixed(text, 'PTL241', 'Do not redirect to https here', [
      '      tls: { httpsRedirect: true }\n',
      '',
    ]);
  });

  test('behind a load balancer that ends TLS is not made', () => {
    const lb = service(
      'edge',
      '  type: LoadBalancer\n  selector: { istio: ingressgateway }\n  ports:\n    - { name: http2, port: 80, targetPort: 8080 }\n',
    ).replace(
      'namespace: shop',
      'namespace: istio-system\n  annotations:\n    service.beta.kubernetes.io/aws-load-balancer-ssl-cert: arn',
    );
    const text = world(redirecting, lb);
    expectFixed(text, 'PTL240', 'Do not redirect to https here', [
      '      tls: { httpsRedirect: true }\n',
      '',
    ]);
  });
});

describe('[A9] routes that the server does not use', () => {
  const passthrough = https('      tls: { mode: PASSTHROUGH }\n').replace(
    '    - port',
    '  servers:\n    - port',
  );
  const front = (servers: string) =>
    istio('Gateway', 'front', `  selector:\n    istio: ingressgateway\n${servers}`);

  test('become tls routes on a server that passes TLS through', () => {
    const text = world(front(passthrough));
    expectFixed(text, 'PTL230', 'Make it a tls route, by the name of the connection', [
      '  http:\n    - route:\n        - destination: { host: cart }\n',
      '  tls:\n    - match:\n        - sniHosts:\n            - shop.example.com\n      route:\n        - destination:\n            host: cart\n',
    ]);
  });

  test('are used where the gateway ends TLS', () => {
    const text = world(front(passthrough));
    expectFixed(text, 'PTL230', 'End TLS at the Gateway front', [
      '{ mode: PASSTHROUGH }',
      '{ mode: SIMPLE, credentialName: front-tls }',
    ]);
  });

  test('for tls are used where the gateway passes it through', () => {
    const tls = istio(
      'VirtualService',
      'shop',
      '  hosts: [shop.example.com]\n  gateways: [front]\n  tls:\n    - match:\n        - sniHosts: [shop.example.com]\n      route:\n        - destination: { host: cart }\n',
    );
    const servers = `  servers:\n${https(SIMPLE)}`;
    const text = textOf(front(servers), tls, CART, SECRET);
    expectFixed(text, 'PTL230', 'Pass TLS through the Gateway front', [
      '{ mode: SIMPLE, credentialName: front-tls }',
      '{ mode: PASSTHROUGH }',
    ]);
  });
});
