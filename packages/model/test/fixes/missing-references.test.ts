import { describe, expect, test } from 'vitest';
import { fixedText, titlesOf } from './expect-fix.ts';

const GATEWAY = `apiVersion: networking.istio.io/v1
kind: Gateway
metadata:
  name: public # the front door
  namespace: edge
spec:
  selector:
    istio: ingressgateway
  servers:
    - port: { number: 80, name: http, protocol: HTTP }
      hosts: ["*"]
`;

const SERVICE = `apiVersion: v1
kind: Service
metadata:
  name: cart
  namespace: shop
spec:
  ports:
    - { name: http, port: 8080 }
    - { name: http-admin, port: 9090 }
`;

function virtualService(destination: string, gateway = 'edge/public'): string {
  return `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: shop
  namespace: shop
spec:
  hosts: [shop.example.com]
  gateways:
    - ${gateway} # named here
  http:
    - route:
        - destination: ${destination}
`;
}

const textOf = (...documents: readonly string[]): string => documents.join('---\n');
const GOOD = '{ host: cart, port: { number: 8080 } }';

describe('[A9] [A11] a Gateway that is not there', () => {
  test('is found in another namespace, and named with it', () => {
    const text = textOf(GATEWAY, virtualService(GOOD, 'public'), SERVICE);
    expect(fixedText(text, 'IST0101', 'Name the Gateway edge/public')).toBe(
      textOf(GATEWAY, virtualService(GOOD, 'edge/public'), SERVICE),
    );
  });

  test('is found by a name that is nearly the same', () => {
    const text = textOf(GATEWAY, virtualService(GOOD, 'edge/pubilc'), SERVICE);
    expect(fixedText(text, 'IST0101', 'Name the Gateway edge/public')).toBe(
      textOf(GATEWAY, virtualService(GOOD), SERVICE),
    );
  });

  test('is created', () => {
    const text = textOf(virtualService(GOOD, 'front'), SERVICE);
    expect(fixedText(text, 'IST0101', 'Create the Gateway shop/front')).toContain(
      'kind: Gateway\nmetadata:\n  name: front\n  namespace: shop\n',
    );
  });
});

describe('[A9] a host that is not there', () => {
  test('is found by a name that is nearly the same', () => {
    const text = textOf(GATEWAY, virtualService(GOOD.replace('cart', 'catr')), SERVICE);
    expect(fixedText(text, 'IST0101', 'Send to cart')).toBe(
      textOf(GATEWAY, virtualService(GOOD), SERVICE),
    );
  });

  test('has its port, where the one that is asked for is another', () => {
    const only = SERVICE.replace('    - { name: http-admin, port: 9090 }\n', '');
    const text = textOf(GATEWAY, virtualService('{ host: catr, port: { number: 80 } }'), only);
    expect(fixedText(text, 'IST0101', 'Send to cart, port 8080')).toBe(
      textOf(GATEWAY, virtualService(GOOD), only),
    );
    const several = textOf(GATEWAY, virtualService('{ host: catr }'), SERVICE);
    expect(titlesOf(several, 'IST0101')).toEqual(['Create the Service shop/catr']);
  });

  test('is created as the Service that it names', () => {
    const text = textOf(GATEWAY, virtualService('{ host: basket, port: { number: 80 } }'));
    expect(fixedText(text, 'IST0101', 'Create the Service shop/basket')).toContain(
      'kind: Service\nmetadata:\n  name: basket\n  namespace: shop\n',
    );
  });
});

describe('[A9] a port', () => {
  test('that the Service has not is one of those that it has', () => {
    const text = textOf(GATEWAY, virtualService('{ host: cart, port: { number: 80 } }'), SERVICE);
    expect(titlesOf(text, 'IST0101')).toEqual(['Use port 8080', 'Use port 9090']);
    expect(fixedText(text, 'IST0101', 'Use port 8080')).toBe(
      textOf(GATEWAY, virtualService(GOOD), SERVICE),
    );
  });

  test('that is not said is added', () => {
    const text = textOf(GATEWAY, virtualService('{ host: cart }'), SERVICE);
    expect(fixedText(text, 'IST0112', 'Use port 9090')).toBe(
      textOf(GATEWAY, virtualService('{ host: cart, port: { number: 9090 } }'), SERVICE),
    );
  });
});

describe('[A9] a subset that is not there', () => {
  const destination = '{ host: cart, subset: v2, port: { number: 8080 } }';
  const rule = (subsets: string): string =>
    `apiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata:\n  name: cart\n  namespace: shop\nspec:\n  host: cart\n  subsets:\n${subsets}`;
  const pods = (version: string): string =>
    `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: cart-${version}\n  namespace: shop\nspec:\n  selector:\n    matchLabels: { app: cart, version: ${version} }\n  template:\n    metadata:\n      labels: { app: cart, version: ${version} }\n    spec:\n      containers:\n        - { name: cart, image: "cart:1", ports: [{ containerPort: 8080 }] }\n`;
  const v1 = '    - name: v1\n      labels:\n        version: v1\n';

  test('is added to the DestinationRule of the host', () => {
    const text = textOf(
      GATEWAY,
      virtualService(destination),
      SERVICE,
      rule(v1),
      pods('v1'),
      pods('v2'),
    );
    expect(fixedText(text, 'IST0101', 'Add the subset v2 to the DestinationRule cart')).toBe(
      text.replace(v1, `${v1}    - name: v2\n      labels:\n        version: v2\n`),
    );
  });

  test('comes with a DestinationRule where the host has none', () => {
    const text = textOf(GATEWAY, virtualService(destination), SERVICE, pods('v2'));
    expect(
      fixedText(text, 'IST0101', 'Write a DestinationRule for cart with the subset v2'),
    ).toContain(
      'kind: DestinationRule\nmetadata:\n  name: cart\n  namespace: shop\nspec:\n  host: cart\n  subsets:\n    - name: v2\n',
    );
  });
});

describe('[A9] hosts that do not meet', () => {
  const narrow = GATEWAY.replace('"*"', 'www.example.com');

  test('are added to the Gateway', () => {
    const text = textOf(narrow, virtualService(GOOD), SERVICE);
    expect(fixedText(text, 'IST0132', 'Add shop.example.com to the Gateway edge/public')).toBe(
      text.replace('[www.example.com]', '[www.example.com, shop.example.com]'),
    );
  });

  test('one among others is added to the Gateway, or taken away', () => {
    const both = virtualService(GOOD).replace(
      '[shop.example.com]',
      '[www.example.com, shop.example.com]',
    );
    const text = textOf(narrow, both, SERVICE);
    expect(fixedText(text, 'PTL200', 'Take shop.example.com away from the VirtualService')).toBe(
      text.replace('[www.example.com, shop.example.com]', '[www.example.com]'),
    );
    expect(fixedText(text, 'PTL200', 'Add shop.example.com to the Gateway edge/public')).toBe(
      text.replace('hosts: [www.example.com]', 'hosts: [www.example.com, shop.example.com]'),
    );
  });
});
