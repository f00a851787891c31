import { describe, expect, test } from 'vitest';
import { expectFixed, fixedText, titlesOf } from './expect-fix.ts';
import {
  CART,
  deployment,
  gateway,
  istio,
  namespace,
  routes,
  service,
  TO_CART,
  textOf,
} from './short-world.ts';

const ports = (list: string, more = '') => service('cart', `${more}  ports:\n${list}`);

describe('[A9] the ports of a Service', () => {
  test('say their protocol by their name', () => {
    const text = ports('    - { name: web, port: 8080 }\n');
    expect(titlesOf(text, 'IST0118')).toEqual([
      'Name it http-web',
      'Name it tcp-web',
      'Name it grpc-web',
    ]);
    expectFixed(text, 'IST0118', 'Name it http-web', ['name: web', 'name: http-web']);
  });

  test('of an ExternalName say another protocol than TCP', () => {
    const text = ports(
      '    - { name: tcp, port: 443 }\n',
      '  type: ExternalName\n  externalName: www.example.com\n',
    );
    expectFixed(text, 'IST0150', 'Write name: https', ['name: tcp', 'name: https']);
  });

  test('have no more than the protocol in appProtocol', () => {
    const text = ports('    - { name: web, port: 80, appProtocol: http-web }\n');
    expectFixed(text, 'KIA0602', 'Write appProtocol: http', [
      'appProtocol: http-web',
      'appProtocol: http',
    ]);
  });

  test('each have a name of their own, and stand once', () => {
    const unnamed = ports('    - { name: http, port: 80 }\n    - { port: 81 }\n');
    expectFixed(unnamed, 'PTL130', 'Write name: http-81', [
      '{ port: 81 }',
      '{ port: 81, name: http-81 }',
    ]);
    const same = ports('    - { name: http, port: 80 }\n    - { name: http, port: 81 }\n');
    expectFixed(same, 'PTL130', 'Write name: http-81', [
      '{ name: http, port: 81 }',
      '{ name: http-81, port: 81 }',
    ]);
    const twice = ports('    - { name: http, port: 80 }\n    - { name: http-b, port: 80 }\n');
    expectFixed(twice, 'PTL130', 'Take the second one out', [
      '    - { name: http-b, port: 80 }\n',
      '',
    ]);
    const none = service('cart', '  selector: { app: cart }\n');
    expect(fixedText(none, 'PTL130', 'Add port 80 for http')).toContain('port: 80');
  });

  test('lead to one that the containers have', () => {
    const text = textOf(
      ports('    - { name: http, port: 80, targetPort: 9090 }\n', '  selector: { app: cart }\n'),
      deployment('cart', '{ app: cart }'),
    );
    expectFixed(text, 'KIA0701', 'Lead to port 8080', ['targetPort: 9090', 'targetPort: 8080']);
  });

  test('go with its type', () => {
    const text = ports('    - { name: http, port: 80, nodePort: 30080 }\n');
    expectFixed(text, 'PTL131', 'Take nodePort out', [', nodePort: 30080', '']);
    expect(fixedText(text, 'PTL131', 'Make it a Service of type NodePort')).toContain(
      'type: NodePort',
    );
  });

  test('have a node port that the cluster chooses', () => {
    const text = ports('    - { name: http, port: 80, nodePort: 8080 }\n', '  type: NodePort\n');
    expectFixed(text, 'PTL132', 'Let the cluster choose', [', nodePort: 8080', '']);
  });
});

describe('[A9] the pods of a Service', () => {
  test('are those that are meant', () => {
    const text = textOf(
      ports(
        '    - { name: http, port: 80, targetPort: 8080 }\n',
        '  selector: { app: crat } # pods\n',
      ),
      deployment('cart', '{ app: cart }'),
    );
    expectFixed(text, 'PTL270', 'Select the pods of cart (app=cart)', ['crat', 'cart']);
  });

  test('are in its namespace', () => {
    const text = textOf(
      ports('    - { name: http, port: 80, targetPort: 8080 }\n', '  selector: { app: cart }\n'),
      deployment('cart', '{ app: cart }').replace('namespace: shop', 'namespace: far'),
    );
    expectFixed(text, 'PTL270', 'Move the Service to the namespace far', [
      'namespace: shop',
      'namespace: far',
    ]);
  });
});

describe('[A9] a DestinationRule', () => {
  const rule = (spec: string, name = 'cart') => istio('DestinationRule', name, spec);
  const PODS = textOf(
    ports('    - { name: http, port: 80, targetPort: 8080 }\n', '  selector: { app: cart }\n'),
    deployment('cart-1', '{ app: cart, version: "1" }'),
  );

  test('is for a host that is there', () => {
    const text = textOf(rule('  host: crat\n'), PODS);
    expectFixed(text, 'IST0174', 'Name the host cart', ['host: crat', 'host: cart']);
  });

  test('has subsets that pods are in', () => {
    const text = textOf(
      rule('  host: cart\n  subsets: [{ name: one, labels: { version: one } }]\n'),
      PODS,
    );
    expectFixed(text, 'IST0173', 'Write the labels {version: 1}', [
      'version: one }',
      'version: "1" }',
    ]);
  });

  test('has subsets that pods of its host are in', () => {
    const other = deployment('other', '{ app: other, version: "2" }');
    const text = textOf(
      rule('  host: cart\n  subsets: [{ name: two, labels: { version: "2" } }]\n'),
      PODS,
      other,
    );
    expectFixed(text, 'KIA0203', 'Write the labels {version: 1}', [
      '{ version: "2" } }]',
      '{ version: "1" } }]',
    ]);
  });

  test('has subsets that are set apart', () => {
    const text = textOf(rule('  host: cart\n  subsets: [{ name: "1" }]\n'), PODS);
    expectFixed(text, 'KIA0209', 'Write the labels {version: 1}', [
      '{ name: "1" }',
      '{ name: "1", labels: { version: "1" } }',
    ]);
  });

  test('keeps the mutual TLS of another one', () => {
    const text = textOf(
      rule(
        '  host: "*.shop.svc.cluster.local"\n  trafficPolicy:\n    tls: { mode: ISTIO_MUTUAL }\n',
        'all',
      ),
      rule('  host: cart\n  trafficPolicy:\n    loadBalancer: { simple: RANDOM }\n'),
      PODS,
    );
    expectFixed(text, 'KIA0204', 'Turn mutual TLS on: ISTIO_MUTUAL', [
      '    loadBalancer: { simple: RANDOM }\n',
      '    loadBalancer: { simple: RANDOM }\n    tls:\n      mode: ISTIO_MUTUAL\n',
    ]);
  });

  test.each([
    ['KIA0207', 'shop', '*.shop.svc.cluster.local'],
    ['KIA0208', 'istio-system', '*.local'],
  ] as const)('%s turns on the TLS that pods ask for', (code, home, host) => {
    const policy = `apiVersion: security.istio.io/v1\nkind: PeerAuthentication\nmetadata:\n  name: default\n  namespace: ${home}\nspec:\n  mtls: { mode: STRICT }\n`;
    const text = textOf(
      rule(`  host: "${host}"\n  trafficPolicy:\n    tls: { mode: DISABLE }\n`),
      policy,
      PODS,
    );
    expectFixed(text, code, 'Turn mutual TLS on: ISTIO_MUTUAL', ['DISABLE', 'ISTIO_MUTUAL']);
  });

  test('does not begin TLS within TLS', () => {
    const front = istio(
      'Gateway',
      'front',
      '  selector: { istio: ingressgateway }\n  servers:\n    - port: { number: 443, name: tls, protocol: TLS }\n      tls: { mode: PASSTHROUGH }\n      hosts: ["*"]\n',
    );
    const tls = istio(
      'VirtualService',
      'shop',
      '  hosts: [shop.example.com]\n  gateways: [front]\n  tls:\n    - match: [{ sniHosts: [shop.example.com] }]\n      route:\n        - destination: { host: cart }\n',
    );
    const policy = '  trafficPolicy:\n    tls: { mode: SIMPLE }\n';
    const text = textOf(front, tls, rule(`  host: cart\n${policy}`), CART);
    expectFixed(text, 'PTL272', 'Take tls out of the DestinationRule cart', [policy, '']);
  });
});

describe('[A9] a ServiceEntry', () => {
  const entry = (name: string, list: string) =>
    istio('ServiceEntry', name, `  hosts: [www.example.com]\n  ports:\n${list}  resolution: DNS\n`);
  const TLS = '    - { number: 443, name: tls, protocol: TLS }\n';

  test('gives a port the protocol that it has elsewhere', () => {
    const text = textOf(
      entry('one', TLS.replace('protocol: TLS', 'protocol: HTTP')),
      entry('two', TLS),
    );
    expect(titlesOf(text, 'IST0177')).toEqual(['Write protocol: TLS']);
  });

  test('leaves a port to another one', () => {
    const text = textOf(
      entry('one', `    - { number: 80, name: http, protocol: HTTP }\n${TLS}`),
      entry('two', TLS),
    );
    expectFixed(text, 'KIA1211', 'Leave port 443 to the other one', [`HTTP }\n${TLS}`, 'HTTP }\n']);
  });
});

describe('[A9] a destination', () => {
  test('of plain http has a port for it', () => {
    const both = ports('    - { name: https, port: 443 }\n    - { name: http, port: 80 }\n');
    const to = '    - route:\n        - destination: { host: cart, port: { number: 443 } }\n';
    const text = textOf(gateway(), routes(to), both);
    expectFixed(text, 'PTL271', 'Use port 80', ['number: 443 } }', 'number: 80 } }']);
  });
});

describe('[A9] what is exported', () => {
  const away = (text: string) => text.replace('namespace: shop', 'namespace: far');

  test('is seen by the pods of the Gateway', () => {
    const text = textOf(
      gateway(),
      routes(TO_CART).replace('spec:\n', 'spec:\n  exportTo: ["."]\n'),
      CART,
    );
    expectFixed(text, 'PTL250', 'Export shop to istio-system', ['["."]', '[".", "istio-system"]']);
  });

  test('so is what its routes lead to', () => {
    const entry = istio(
      'ServiceEntry',
      'out',
      '  hosts: [www.example.com]\n  exportTo: ["."]\n  ports:\n    - { number: 80, name: http, protocol: HTTP }\n  resolution: DNS\n',
    );
    const text = textOf(gateway(), routes(TO_CART.replace('cart', 'www.example.com')), entry);
    expectFixed(text, 'PTL251', 'Export out to istio-system', ['["."]', '[".", "istio-system"]']);
  });

  test('so are its subsets', () => {
    const rule = istio(
      'DestinationRule',
      'cart',
      '  host: cart\n  exportTo: ["."]\n  subsets: [{ name: one, labels: { version: one } }]\n',
    );
    const text = textOf(
      gateway(),
      routes(TO_CART.replace('{ host: cart }', '{ host: cart, subset: one }')),
      rule,
      CART,
    );
    expectFixed(text, 'PTL252', 'Export cart to istio-system', ['["."]', '[".", "istio-system"]']);
  });

  test('is for a namespace that is there', () => {
    const text = textOf(
      away(CART),
      istio('DestinationRule', 'cart', '  host: cart\n  exportTo: [fra]\n'),
      CART,
      namespace('far', '  labels: { istio-injection: enabled }\n'),
    );
    expectFixed(text, 'KIA0005', 'Name the namespace far', ['[fra]', '[far]']);
  });
});
