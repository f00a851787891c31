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

const annotated = (text: string, annotation: string) =>
  text.replace('namespace: shop\n', `namespace: shop\n  annotations:\n    ${annotation}\n`);
const APP = deployment('cart', '{ app: cart }');

describe('[A9] a namespace', () => {
  test('says whether its pods get a proxy', () => {
    const text = namespace('shop');
    expectFixed(text, 'IST0102', 'Give its pods a proxy: istio-injection: enabled', [
      '  name: shop\n',
      '  name: shop\n  labels:\n    istio-injection: enabled\n',
    ]);
  });

  test('says it once', () => {
    const text = namespace(
      'shop',
      '  labels: { istio-injection: enabled, istio.io/rev: stable }\n',
    );
    expectFixed(text, 'IST0123', 'Keep istio-injection', [', istio.io/rev: stable', '']);
    expectFixed(text, 'IST0123', 'Keep istio.io/rev', ['istio-injection: enabled, ', '']);
  });
});

describe('[A9] an annotation', () => {
  test('stands where it counts', () => {
    const text = annotated(APP, 'sidecar.istio.io/logLevel: debug');
    expectFixed(text, 'IST0107', 'Take sidecar.istio.io/logLevel out', [
      '  annotations:\n    sidecar.istio.io/logLevel: debug\n',
      '  annotations: {}\n',
    ]);
    expect(fixedText(text, 'IST0107', 'Move it to the pods')).toContain(
      '      annotations:\n        sidecar.istio.io/logLevel: debug\n',
    );
  });

  test('is one that Istio knows', () => {
    const text = annotated(CART, 'networking.istio.io/exportTp: "*"');
    expectFixed(text, 'IST0108', 'Rename it to networking.istio.io/exportTo', [
      'exportTp',
      'exportTo',
    ]);
  });

  test('that is old is the label that says it now', () => {
    const pod =
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: cart\n  annotations:\n    sidecar.istio.io/inject: "true"\n  labels: { app: cart }\nspec:\n  containers: [{ name: app, image: "app:1" }]\n';
    const text = fixedText(pod, 'IST0135', 'Write it as a label of the pod');
    expect(text).toContain('labels: { app: cart, sidecar.istio.io/inject: "true" }');
  });
});

describe('[A9] a Sidecar', () => {
  const sidecar = (spec: string) => istio('Sidecar', 'default', spec);

  test('names whole hosts', () => {
    const text = textOf(
      sidecar('  egress:\n    - hosts: ["./crat.shop.svc.cluster.local"]\n'),
      CART,
    );
    expectFixed(text, 'KIA1004', 'Write ./cart.shop.svc.cluster.local', ['crat', 'cart']);
  });

  test('of the whole mesh selects no pods', () => {
    const text = sidecar(
      '  workloadSelector: { labels: { app: cart } }\n  egress:\n    - hosts: ["./*"]\n',
    ).replace('namespace: shop', 'namespace: istio-system');
    expectFixed(text, 'KIA1006', 'Take workloadSelector out', [
      '  workloadSelector: { labels: { app: cart } }\n',
      '',
    ]);
  });

  test('says what may leave the mesh', () => {
    const text = sidecar('  egress:\n    - hosts: ["./*"]\n  outboundTrafficPolicy: {}\n');
    expectFixed(text, 'KIA1007', 'Write REGISTRY_ONLY, as it is now', [
      'outboundTrafficPolicy: {}',
      'outboundTrafficPolicy:\n    mode: REGISTRY_ONLY',
    ]);
  });

  test('selects pods that are there', () => {
    const text = textOf(
      sidecar(
        '  workloadSelector:\n    labels:\n      app: crat\n  egress:\n    - hosts: ["./*"]\n',
      ),
      APP,
    );
    expectFixed(text, 'IST0101', 'Select the pods with app=cart', ['app: crat', 'app: cart']);
  });
});

describe('[A9] a Gateway', () => {
  test('selects the pods of a gateway', () => {
    const text = textOf(
      gateway().replace('istio: ingressgateway', 'istio: ingresgateway'),
      routes(TO_CART),
      CART,
    );
    expectFixed(text, 'IST0101', 'Select the pods with istio=ingressgateway', [
      'ingresgateway',
      'ingressgateway',
    ]);
  });

  test('that a match names is there', () => {
    const http =
      '    - match:\n        - gateways: [fornt]\n      route:\n        - destination: { host: cart }\n';
    const text = textOf(gateway(), routes(http), CART);
    expectFixed(text, 'KIA1102', 'Name the Gateway front', ['fornt', 'front']);
  });
});

describe('[A9] a policy', () => {
  const policy = (spec: string) =>
    `apiVersion: security.istio.io/v1\nkind: AuthorizationPolicy\nmetadata:\n  name: cart\n  namespace: shop\nspec:\n${spec}`;

  test('names a Gateway of the Gateway API', () => {
    const pods = deployment('edge', '{ gateway.networking.k8s.io/gateway-name: edge }');
    const text = textOf(
      policy('  selector:\n    matchLabels: { gateway.networking.k8s.io/gateway-name: edge }\n'),
      pods,
      namespace('shop', '  labels: { istio-injection: enabled }\n'),
    );
    expect(fixedText(text, 'IST0166', 'Name the Gateway edge in targetRefs')).toContain(
      'targetRefs:',
    );
  });

  test('names namespaces that are there', () => {
    const text = textOf(
      policy('  rules: [{ from: [{ source: { namespaces: [fra] } }] }]\n'),
      APP,
      namespace('shop', '  labels: { istio-injection: enabled }\n'),
      namespace('far', '  labels: { istio-injection: enabled }\n'),
    );
    expectFixed(text, 'IST0101', 'Name the namespace far', ['[fra]', '[far]']);
    expect(titlesOf(text, 'IST0101')).toEqual(['Name the namespace far']);
  });
});

describe('[A9] a short name', () => {
  test('of a Service of another namespace is written in full', () => {
    const text = textOf(
      gateway(),
      routes(TO_CART.replace('cart', 'pay.far')),
      service('pay', '  ports:\n    - { name: http, port: 80 }\n').replace(
        'namespace: shop',
        'namespace: far',
      ),
    );
    expectFixed(text, 'IST0101', 'Send to pay.far.svc.cluster.local', [
      'pay.far',
      'pay.far.svc.cluster.local',
    ]);
  });

  test('that the Gateway takes in full is written in full', () => {
    const text = textOf(gateway('[cart.shop.svc.cluster.local]'), routes(TO_CART, '[cart]'), CART);
    expectFixed(text, 'IST0132', 'Write the whole names', [
      'hosts: [cart]',
      'hosts: [cart.shop.svc.cluster.local]',
    ]);
  });
});
