import { describe, expect, test } from 'vitest';
import { acceptAt, labelsAt } from '../support/assist-at.ts';
import { joined, manifest, virtualService } from '../support/short-manifest.ts';

const GATEWAYS = joined(
  manifest(
    'Gateway',
    'name: web',
    '  selector: {istio: ingressgateway}\n  servers:\n  - hosts: [shop.example.com, "*.example.org"]\n    port: {number: 8443, name: https, protocol: HTTPS}\n',
  ),
  manifest('Gateway', 'name: edge, namespace: infra', '  servers: []\n'),
);
const SERVICES = joined(
  manifest(
    'Service',
    'name: cart',
    '  selector: {app: cart}\n  ports: [{name: http, port: 80}, {name: grpc, port: 9000}]\n',
  ),
  manifest('Service', 'name: pay, namespace: bank', '  ports: [{port: 8080}]\n'),
  manifest(
    'ServiceEntry',
    'name: out',
    '  hosts: [api.example.net]\n  ports: [{number: 443, name: https, protocol: HTTPS}]\n',
  ),
  manifest('DestinationRule', 'name: cart', '  host: cart\n  subsets: [{name: v1}, {name: v2}]\n'),
);

function inRoute(destination: string): string {
  return joined(
    SERVICES,
    virtualService(`  http:\n  - route:\n    - destination:\n${destination}`),
  );
}

describe('values', () => {
  test('[I10] Gateways are named as the namespace of the VirtualService has to name them', () => {
    expect(labelsAt(joined(GATEWAYS, virtualService('  gateways:\n  - |\n')))).toEqual([
      'web',
      'infra/edge',
      'mesh',
    ]);
    expect(labelsAt(joined(GATEWAYS, virtualService('  gateways:\n  - web\n  - |\n')))).toEqual([
      'infra/edge',
      'mesh',
    ]);
    expect(
      labelsAt(joined(GATEWAYS, virtualService('  gateways: [|]\n', 'name: vs, namespace: infra'))),
    ).toEqual(['edge', 'default/web', 'mesh']);
  });

  test('[I10] Services of the namespace have short names, hosts outside and other namespaces whole ones', () => {
    expect(labelsAt(inRoute('        host: |\n'))).toEqual([
      'cart',
      'api.example.net',
      'pay.bank.svc.cluster.local',
    ]);
    expect(acceptAt(inRoute('        host: p|\n'), 'pay.bank.svc.cluster.local')).toMatch(
      /host: pay\.bank\.svc\.cluster\.local\n$/,
    );
  });

  test('[I11] subsets and ports are those of the host beside them, wherever it stands', () => {
    expect(labelsAt(inRoute('        subset: |\n        host: cart\n'))).toEqual(['v1', 'v2']);
    expect(labelsAt(inRoute('        host: cart\n        port:\n          number: |\n'))).toEqual([
      '80',
      '9000',
    ]);
    expect(labelsAt(inRoute('        host: api.example.net\n        port: {number: |}\n'))).toEqual(
      ['443'],
    );
    expect(labelsAt(inRoute('        host: nobody\n        subset: |\n'))).toEqual([]);
    const rule = manifest(
      'DestinationRule',
      'name: a',
      '  host: cart\n  trafficPolicy:\n    portLevelSettings:\n    - port: {number: |}\n',
    );
    expect(labelsAt(joined(SERVICES, rule))).toEqual(['80', '9000']);
  });

  test('[I11] hosts of a VirtualService are those that its Gateways serve', () => {
    expect(
      labelsAt(joined(GATEWAYS, virtualService('  gateways: [web]\n  hosts:\n  - |\n'))),
    ).toEqual(['shop.example.com', '*.example.org']);
    expect(
      acceptAt(
        joined(GATEWAYS, virtualService('  gateways: [web]\n  hosts:\n  - |\n')),
        '*.example.org',
      ),
    ).toContain('- "*.example.org"\n');
    expect(labelsAt(joined(SERVICES, virtualService('  hosts: [|]\n')))).toContain('cart');
  });

  test('[I11] a credential is a Secret where the pods of the Gateway run', () => {
    const secrets = joined(
      'apiVersion: v1\nkind: Secret\nmetadata: {name: near, namespace: istio-system}\n',
      'apiVersion: v1\nkind: Secret\nmetadata: {name: far}\n',
    );
    const gateway = manifest(
      'Gateway',
      'name: g',
      '  selector: {istio: ingressgateway}\n  servers:\n  - tls:\n      credentialName: |\n',
    );
    expect(labelsAt(joined(secrets, gateway))).toEqual(['near']);
    expect(labelsAt(joined(secrets, gateway), { secrets: ['istio-system/held'] })).toEqual([
      'near',
      'held',
    ]);
  });

  test('[I11] target ports are those of the containers behind the selector', () => {
    const pods =
      'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: cart}\nspec:\n  template:\n    metadata: {labels: {app: cart}}\n    spec: {containers: [{name: a, ports: [{containerPort: 8080, name: web}]}]}\n';
    expect(
      labelsAt(
        joined(
          pods,
          manifest('Service', 'name: s', '  selector: {app: cart}\n  ports:\n  - targetPort: |\n'),
        ),
      ),
    ).toEqual(['8080', 'web']);
  });

  test('[I12] words that a field allows, and true and false, the default named', () => {
    expect(labelsAt(manifest('Gateway', 'name: g', '  servers:\n  - tls: {mode: |}\n'))).toContain(
      'SIMPLE',
    );
    expect(
      labelsAt(manifest('Gateway', 'name: g', '  servers:\n  - tls:\n      httpsRedirect: |\n')),
    ).toEqual(['true', 'false']);
    expect(
      labelsAt(manifest('Gateway', 'name: g', '  servers:\n  - port:\n      protocol: |\n')),
    ).toContain('HTTPS');
    expect(labelsAt(virtualService('  exportTo:\n  - |\n', 'name: a, namespace: shop'))).toEqual([
      '.',
      '*',
      'default',
      'istio-system',
      'shop',
    ]);
  });

  test('[I12] kinds and their versions go together', () => {
    expect(labelsAt('apiVersion: networking.istio.io/v1\nkind: |\n')).toContain('VirtualService');
    const kinds = labelsAt('kind: |\n');
    expect(kinds.indexOf('Gateway')).toBeLessThan(kinds.indexOf('ConfigMap'));
    expect(kinds.indexOf('Service')).toBeLessThan(kinds.indexOf('HTTPRoute'));
    expect(labelsAt('apiVersion: networking.istio.io/v1\nkind: |\n')).not.toContain('Service');
    expect(labelsAt('apiVersion: |\nkind: DestinationRule\n')[0]).toBe('networking.istio.io/v1');
    expect(acceptAt('kind: Virt|\n', 'VirtualService')).toBe(
      'apiVersion: networking.istio.io/v1\nkind: VirtualService\n',
    );
  });

  test('[I13] a value keeps the quotes that it stands in, and gets those that it needs', () => {
    expect(acceptAt(inRoute('        host: "c|"\n'), 'cart')).toContain('host: "cart"\n');
    expect(acceptAt(inRoute("        host: 'c|\n"), 'cart')).toContain("host: 'cart'\n");
    expect(acceptAt(inRoute('        host:|\n'), 'cart')).toContain('host: cart\n');
    expect(acceptAt(virtualService('  exportTo:\n  -|\n'), '*')).toContain('  - "*"\n');
  });

  test('[I14] a name that something points at and nothing has is offered as a name', () => {
    const text = joined(
      virtualService('  gateways: [gone]\n  hosts: [a.example.com]\n'),
      'apiVersion: networking.istio.io/v1\nkind: Gateway\nmetadata:\n  name: |\n',
    );
    expect(labelsAt(text)).toEqual(['gone']);
  });

  test('[I15] routes, matches, servers and subsets come whole', () => {
    const routes = joined(SERVICES, virtualService('  http:\n  |\n'));
    expect(labelsAt(routes)).toContain('canary');
    expect(acceptAt(routes, 'route by path')).toMatch(
      /http:\n {2}- match:\n {4}- uri:\n {8}prefix: \/path\n {4}route:\n {4}- destination:\n {8}host: cart\n {8}port:\n {10}number: 80\n$/,
    );
    expect(acceptAt(virtualService('  http:\n  - |\n'), 'redirect')).toMatch(
      /- match:\n {4}- uri:\n {8}exact: \/old\n {4}redirect:\n {6}uri: \/new\n$/,
    );
    expect(acceptAt(manifest('Gateway', 'name: g', '  servers: |\n'), 'HTTPS server')).toMatch(
      /servers:\n {2}- port:\n {6}number: 443\n {6}name: https\n/,
    );
    expect(
      labelsAt(
        joined(
          SERVICES,
          inRoute('        host: pay.bank.svc.cluster.local\n        subset: beta\n'),
          manifest(
            'DestinationRule',
            'name: pay, namespace: bank',
            '  host: pay\n  subsets:\n  - |\n',
          ),
        ),
      )[0],
    ).toBe('subset beta');
  });
});
