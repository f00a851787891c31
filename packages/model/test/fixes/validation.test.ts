import { describe, expect, test } from 'vitest';
import { titlesOf } from './expect-fix.ts';
import { expectRows } from './expect-rows.ts';
import { CART, gateway, istio, routes, TO_CART, textOf } from './short-world.ts';

const front = (servers: string) =>
  textOf(
    istio('Gateway', 'front', `  selector:\n    istio: ingressgateway\n  servers:\n${servers}`),
    routes(TO_CART),
  );
const HTTP = '    - port: { number: 80, name: http, protocol: HTTP }\n      hosts: ["*"]\n';
const server = (port: string, more = '') => `    - port: ${port}\n      hosts: ["*"]\n${more}`;
const PORT_443 = '{ number: 443, name: https, protocol: HTTPS }';
const SIMPLE = '      tls: { mode: SIMPLE, credentialName: front-tls }\n';

describe('[A9] a Gateway that Istio refuses', () => {
  expectRows('IST0106', [
    [
      'Write hosts: [*]',
      front('    - port: { number: 80, name: http, protocol: HTTP }\n'),
      'protocol: HTTP }\n',
      'protocol: HTTP }\n      hosts:\n        - "*"\n',
    ],
    [
      'Write name: http',
      front(server('{ number: 80, protocol: HTTP }')),
      'protocol: HTTP }',
      'protocol: HTTP, name: http }',
    ],
    [
      'Write name: https-444',
      front(
        `${server(PORT_443, SIMPLE)}${server('{ number: 444, name: https, protocol: HTTPS }', SIMPLE)}`,
      ),
      '444, name: https,',
      '444, name: https-444,',
    ],
    [
      'Write protocol: HTTP',
      front(server('{ number: 80, name: http, protocol: HTPT }')),
      'HTPT',
      'HTTP',
    ],
    [
      'Write protocol: HTTPS',
      front(server('{ number: 443, name: https }', SIMPLE)),
      'name: https }',
      'name: https, protocol: HTTPS }',
    ],
    [
      'End TLS here, with the certificate of front-tls',
      front(server(PORT_443)),
      'hosts: ["*"]\n',
      'hosts: ["*"]\n      tls:\n        mode: SIMPLE\n        credentialName: front-tls\n',
    ],
    [
      'Write protocol: HTTP',
      front(server('{ number: 80, name: http, protocol: HTTPS }')),
      'HTTPS',
      'HTTP',
    ],
    [
      'Write protocol: HTTPS',
      front(server('{ number: 443, name: https, protocol: HTTP }', SIMPLE)),
      'protocol: HTTP }',
      'protocol: HTTPS }',
    ],
    [
      'Make it HTTPS, on port 443',
      front(server('{ number: 80, name: https, protocol: HTTP }', SIMPLE)),
      'number: 80, name: https, protocol: HTTP }',
      'number: 443, name: https, protocol: HTTPS }',
    ],
    [
      'Write protocol: TLS',
      front(
        server('{ number: 31400, name: tcp, protocol: TCP }', '      tls: { mode: PASSTHROUGH }\n'),
      )
        .replace('  http:\n', '  tls:\n    - match: [{ sniHosts: [shop.example.com] }]\n')
        .replace('    - route', '      route'),
      'TCP',
      'TLS',
    ],
    [
      'Use the certificate of front-tls',
      front(server(PORT_443, '      tls: { mode: SIMPLE }\n')),
      '{ mode: SIMPLE }',
      '{ mode: SIMPLE, credentialName: front-tls }',
    ],
    [
      'Take targetPort out',
      front(server('{ number: 80, name: http, protocol: HTTP, targetPort: 8080 }')),
      ', targetPort: 8080',
      '',
    ],
    [
      'Write cart.shop.svc.cluster.local',
      front(HTTP.replace('"*"', 'shop.example.com, cart')).replace(
        '[shop.example.com]',
        '[shop.example.com, cart.shop.svc.cluster.local]',
      ),
      '[shop.example.com, cart]',
      '[shop.example.com, cart.shop.svc.cluster.local]',
    ],
    [
      'Write *.example.com',
      front(HTTP.replace('"*"', '"*example.com"')),
      '"*example.com"',
      '"*.example.com"',
    ],
    [
      'Write shop.example.com',
      front(HTTP.replace('"*"', 'https://shop.example.com/')),
      'https://shop.example.com/',
      'shop.example.com',
    ],
  ]);

  test('is renamed, wherever it is named', () => {
    const named = textOf(
      gateway().replace('name: front', 'name: front.door'),
      routes(TO_CART).replace('[front]', '[shop/front.door]'),
      CART,
    );
    const [from, to] = ['front.door', 'front-door'];
    expect(titlesOf(named, 'IST0106')).toEqual(['Rename it to front-door, wherever it is named']);
    expect(named.replaceAll(from, to)).toContain('[shop/front-door]');
  });

  expectRows('IST0133', [
    [
      'End TLS here: mode SIMPLE',
      front(server(PORT_443, '      tls: { mode: PASSTHROUGH, credentialName: front-tls }\n')),
      'mode: PASSTHROUGH',
      'mode: SIMPLE',
    ],
    [
      'Take httpsRedirect out',
      front(server(PORT_443, SIMPLE.replace(' }', ', httpsRedirect: true }'))),
      ', httpsRedirect: true',
      '',
    ],
    [
      'Take NO-SUCH-CIPHER out',
      front(
        server(PORT_443, SIMPLE.replace(' }', ', cipherSuites: [AES128-SHA, NO-SUCH-CIPHER] }')),
      ),
      '[AES128-SHA, NO-SUCH-CIPHER]',
      '[AES128-SHA]',
    ],
    [
      'Take AES128-SHA out',
      front(server(PORT_443, SIMPLE.replace(' }', ', cipherSuites: [AES128-SHA, AES128-SHA] }'))),
      '[AES128-SHA, AES128-SHA]',
      '[AES128-SHA]',
    ],
  ]);
});

const vs = (http: string, hosts?: string) => textOf(gateway(), routes(http, hosts));
const action = (more: string) =>
  vs(
    `    - match:\n        - uri: { prefix: /a }\n${more}      route:\n        - destination: { host: cart }\n`,
  );
const only = (more: string) => vs(`    - match:\n        - uri: { prefix: /a }\n${more}`);
const two = (one: string, other: string) =>
  vs(
    `    - route:\n        - destination: { host: cart }\n          weight: ${one}\n        - destination: { host: pay }\n          weight: ${other}\n`,
  );

describe('[A9] a VirtualService that Istio refuses', () => {
  expectRows('IST0106', [
    [
      'Take shop.example.com out',
      vs(TO_CART, '[shop.example.com, shop.example.com]'),
      '[shop.example.com, shop.example.com]',
      '[shop.example.com]',
    ],
    [
      'Take redirect out',
      action('      redirect: { uri: /b }\n'),
      '      redirect: { uri: /b }\n',
      '',
    ],
    [
      'Take route out',
      vs(
        '    - delegate: { name: leaf }\n      route:\n        - destination: { host: cart }\n',
      ).concat(`---\n${istio('VirtualService', 'leaf', `  http:\n${TO_CART}`)}`),
      '      route:\n        - destination: { host: cart }\n',
      '',
    ],
    [
      'Put the mirror among the mirrors',
      action(
        '      mirror: { host: pay }\n      mirrors:\n        - destination: { host: cart }\n',
      ),
      '      mirror: { host: pay }\n      mirrors:\n        - destination: { host: cart }\n',
      '      mirrors:\n        - destination: { host: cart }\n        - destination: { host: pay }\n',
    ],
    [
      'Try again twice: attempts 2',
      action('      retries: { attempts: 0, retryOn: 5xx }\n'),
      'attempts: 0',
      'attempts: 2',
    ],
    [
      'Write retryOn: 5xx,reset',
      action('      retries: { attempts: 2, retryOn: "5xx, reset" }\n'),
      '"5xx, reset"',
      '"5xx,reset"',
    ],
    [
      'Take uriRegexRewrite out',
      action('      rewrite: { uri: /b, uriRegexRewrite: { match: /a, rewrite: /b } }\n'),
      ', uriRegexRewrite: { match: /a, rewrite: /b }',
      '',
    ],
    ['Take rewrite out', action('      rewrite: {}\n'), '      rewrite: {}\n', ''],
    [
      'Write redirectCode: 301',
      only('      redirect: { uri: /b, redirectCode: 200 }\n'),
      '200',
      '301',
    ],
    [
      'Write scheme: https',
      only('      redirect: { scheme: HTTPS, authority: www.example.com }\n'),
      'HTTPS,',
      'https,',
    ],
    ['Write weight: 0', two('-1', '100'), '-1', '0'],
    [
      'Give them the weights 50 and 50',
      two('0', '0'),
      'weight: 0\n        - destination: { host: pay }\n          weight: 0',
      'weight: 50\n        - destination: { host: pay }\n          weight: 50',
    ],
    [
      'Write POST',
      action(
        '      corsPolicy:\n        allowOrigins: [{ exact: "https://a.example.com" }]\n        allowMethods: [post]\n',
      ),
      '[post]',
      '[POST]',
    ],
    [
      'Write maxAge: 2s',
      action(
        '      corsPolicy:\n        allowOrigins: [{ exact: "https://a.example.com" }]\n        maxAge: 1500ms\n',
      ),
      '1500ms',
      '2s',
    ],
    [
      'Take host out',
      action(
        '      rewrite: { authority: a.example.com }\n      headers: { request: { set: { x-a: b, host: b.example.com } } }\n',
      ),
      ', host: b.example.com',
      '',
    ],
    ['Take fault out', action('      fault: {}\n'), '      fault: {}\n', ''],
    [
      'Write value: 100',
      action('      fault:\n        abort: { httpStatus: 503, percentage: { value: 101 } }\n'),
      '101',
      '100',
    ],
    [
      'Write value: 100',
      action('      mirror: { host: pay }\n      mirrorPercentage: { value: 150 }\n'),
      '150',
      '100',
    ],
    [
      'Write status: 404',
      only('      directResponse: { body: { string: gone } }\n'),
      '{ string: gone } }',
      '{ string: gone }, status: 404 }',
    ],
    [
      'Write cart, with port 80',
      vs(TO_CART.replace('cart', '"cart:80"')),
      '{ host: "cart:80" }',
      '{ host: "cart", port: { number: 80 } }',
    ],
    ['Write timeout: 1ms', action('      timeout: 100us\n'), '100us', '1ms'],
    [
      'Put it on the Gateway front',
      vs(TO_CART, '["*"]').replace('  gateways: [front]\n', ''),
      `${TO_CART}---`,
      `${TO_CART}  gateways:\n    - front\n---`,
    ],
  ]);

  const tls = (match: string) =>
    textOf(
      istio(
        'Gateway',
        'front',
        `  selector:\n    istio: ingressgateway\n  servers:\n${server('{ number: 443, name: tls, protocol: TLS }', '      tls: { mode: PASSTHROUGH }\n')}`,
      ),
      istio(
        'VirtualService',
        'shop',
        `  hosts: [shop.example.com]\n  gateways: [front]\n  tls:\n    - match:\n        - ${match}\n      route:\n        - destination: { host: cart }\n`,
      ),
    );

  expectRows('IST0106', [
    [
      'Add pay.example.com to the hosts of the VirtualService',
      tls('sniHosts: [shop.example.com, pay.example.com]'),
      'hosts: [shop.example.com]',
      'hosts: [shop.example.com, pay.example.com]',
    ],
    [
      'Write sniHosts: [shop.example.com]',
      tls('port: 443'),
      'port: 443\n',
      'port: 443\n          sniHosts:\n            - shop.example.com\n',
    ],
  ]);

  expectRows('IST0133', [
    [
      'Write it as mirrorPercentage',
      action('      mirror: { host: pay }\n      mirrorPercent: 10\n'),
      '      mirrorPercent: 10\n',
      '      mirrorPercentage:\n        value: 10\n',
    ],
    [
      'Write shop/front',
      vs(TO_CART).replace('[front]', '[front.shop]'),
      '[front.shop]',
      '[shop/front]',
    ],
  ]);

  expectRows('PTL160', [
    [
      'Write shop/front',
      action('').replace('{ prefix: /a }', '{ prefix: /a }\n          gateways: [front.shop.svc]'),
      '[front.shop.svc]',
      '[shop/front]',
    ],
  ]);
});
