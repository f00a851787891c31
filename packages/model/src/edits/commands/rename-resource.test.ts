import { describe, expect, test } from 'vitest';
import { buildSnapshot } from '../../snapshot.ts';
import { referencesTo } from '../../snapshot-lookup.ts';
import { applyTextEdits, invertTextEdits } from '../../text/text-edit.ts';
import { planEdit } from '../plan-edit.ts';

interface Target {
  readonly name?: string;
  readonly namespace?: string;
}

function planOf(text: string, resource: string, target: Target) {
  const name = target.name ?? resource.split('/')[2] ?? '';
  const result = planEdit(buildSnapshot(text), {
    kind: 'rename-resource',
    resource,
    name,
    ...(target.namespace === undefined ? {} : { namespace: target.namespace }),
  });
  if (!result.ok) {
    throw new Error(result.reason);
  }
  return result.plan;
}

/** The text after a rename; undone it is always the exact text, and nothing names the old id. */
function renamed(text: string, resource: string, target: Target): string {
  const { edits } = planOf(text, resource, target);
  const after = applyTextEdits(text, edits);
  expect(applyTextEdits(after, invertTextEdits(text, edits))).toBe(text);
  expect(referencesTo(buildSnapshot(after), resource)).toEqual([]);
  return after;
}

function document(apiVersion: string, kind: string, rest: string, name = 'reader'): string {
  return `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: ${name}}\n${rest}`;
}

/** Replaces each of the pairs' left sides, which must be there, by its right side. */
function replaced(text: string, ...pairs: readonly (readonly [string, string])[]): string {
  return pairs.reduce((all, [before, after]) => {
    expect(all).toContain(before);
    return all.replaceAll(before, after);
  }, text);
}

const CART = document('v1', 'Service', 'spec: {ports: [{port: 80}]}\n', 'cart');
const TLS = document('v1', 'Secret', 'type: kubernetes.io/tls\n', 'tls');
const NEW_CART = CART.replace('name: cart', 'name: basket');
const NEW_TLS = TLS.replace('name: tls', 'name: cert');
const FULL = 'cart.default.svc.cluster.local';

describe('names of Services', () => {
  const toBasket = { name: 'basket' };

  test('[E14] a Sidecar names it with the namespace in front, whichever way that is written', () => {
    const sidecar = document(
      'networking.istio.io/v1',
      'Sidecar',
      `spec:
  egress:
  - hosts:
    - "./${FULL}" # own
    - "default/${FULL}"
    - "*/${FULL}"
    - "other/${FULL}" # nothing of that namespace is this Service
    - "default/*"
    - "~/*"
`,
    );
    const text = `${CART}---\n${sidecar}`;
    expect(renamed(text, 'Service/default/cart', toBasket)).toBe(
      NEW_CART +
        replaced(
          `---\n${sidecar}`,
          ['./cart.', './basket.'],
          ['default/cart.', 'default/basket.'],
          ['*/cart.', '*/basket.'],
        ),
    );
    const moved = CART.replace('{name: cart}', '{name: cart, namespace: shop}');
    expect(renamed(text, 'Service/default/cart', { namespace: 'shop' })).toBe(
      moved +
        replaced(
          `---\n${sidecar}`,
          [`./${FULL}`, 'shop/cart.shop.svc.cluster.local'],
          [`default/${FULL}`, 'shop/cart.shop.svc.cluster.local'],
          [`*/${FULL}`, '*/cart.shop.svc.cluster.local'],
        ),
    );
    const movedSidecar = sidecar.replace('{name: reader}', '{name: reader, namespace: shop}');
    expect(renamed(text, 'Sidecar.networking.istio.io/default/reader', { namespace: 'shop' })).toBe(
      `${CART}---\n${movedSidecar.replace(`./${FULL}`, `default/${FULL}`)}`,
    );
  });

  test('[E14] routes of the Gateway API name it with a namespace where that is another one', () => {
    const route = document(
      'gateway.networking.k8s.io/v1',
      'HTTPRoute',
      `spec:
  parentRefs:
  - {group: "", kind: Service, name: cart}
  - {name: cart} # a Gateway
  rules:
  - filters:
    - {type: RequestMirror, requestMirror: {backendRef: {name: cart, port: 80}}}
    backendRefs:
    - name: cart
      port: 80
    - {group: networking.istio.io, kind: Hostname, name: ${FULL}, port: 80}
    - {name: cart, namespace: other, port: 80}
`,
    );
    const text = `${CART}---\n${route}`;
    expect(renamed(text, 'Service/default/cart', toBasket)).toBe(
      NEW_CART +
        replaced(
          `---\n${route}`,
          ['kind: Service, name: cart', 'kind: Service, name: basket'],
          ['backendRef: {name: cart', 'backendRef: {name: basket'],
          ['- name: cart\n', '- name: basket\n'],
          [`name: ${FULL}`, 'name: basket.default.svc.cluster.local'],
        ),
    );
    const after = renamed(text, 'Service/default/cart', { namespace: 'shop' });
    expect(after).toContain('{group: "", kind: Service, name: cart, namespace: shop}');
    expect(after).toContain('backendRef: {name: cart, port: 80, namespace: shop}');
    expect(after).toContain('    - name: cart\n      port: 80\n      namespace: shop\n');
    expect(after).toContain('- {name: cart} # a Gateway\n');
  });

  test('[E14] a Gateway of the Gateway API is not the Istio Gateway of its name', () => {
    const gateway = document('gateway.networking.k8s.io/v1', 'Gateway', 'spec: {}\n', 'edge');
    const istio = document('networking.istio.io/v1', 'Gateway', 'spec: {servers: []}\n', 'edge');
    const policy = document(
      'security.istio.io/v1',
      'AuthorizationPolicy',
      'spec:\n  targetRefs:\n  - {group: gateway.networking.k8s.io, kind: Gateway, name: edge}\n',
    );
    const route = document(
      'gateway.networking.k8s.io/v1',
      'TCPRoute',
      'spec: {parentRefs: [{name: edge}]}\n',
    );
    const bound = document(
      'networking.istio.io/v1',
      'VirtualService',
      'spec: {gateways: [edge]}\n',
      'vs',
    );
    const text = [gateway, istio, policy, route, bound].join('---\n');
    expect(renamed(text, 'Gateway/default/edge', { name: 'new' })).toBe(
      [gateway, istio.replace('edge', 'new'), policy, route, bound.replace('[edge]', '[new]')].join(
        '---\n',
      ),
    );
    const id = 'Gateway.gateway.networking.k8s.io/default/edge';
    expect(renamed(text, id, { name: 'new' })).toBe(
      [
        gateway.replace('edge', 'new'),
        istio,
        policy.replace('edge', 'new'),
        route.replace('edge', 'new'),
        bound,
      ].join('---\n'),
    );
  });

  test('[E14] Ingress, StatefulSet, webhook, Endpoints and ExternalName follow', () => {
    const documents = [
      document(
        'networking.k8s.io/v1',
        'Ingress',
        'spec:\n  defaultBackend: {service: {name: cart}}\n  rules: [{http: {paths: [{backend: {service: {name: cart}}}]}}]\n',
      ),
      document('apps/v1', 'StatefulSet', 'spec: {serviceName: cart}\n'),
      document(
        'admissionregistration.k8s.io/v1',
        'ValidatingWebhookConfiguration',
        'webhooks: [{name: w, clientConfig: {service: {name: cart, namespace: default}}}]\n',
      ),
      document('v1', 'Endpoints', 'subsets: []\n', 'cart'),
      document('v1', 'Service', 'spec: {externalName: cart.default.svc}\n', 'alias'),
    ];
    const text = [CART, ...documents].join('---\n');
    expect(renamed(text, 'Service/default/cart', toBasket)).toBe(text.replaceAll('cart', 'basket'));
  });

  test('[E14] where only the full name means it, only the full name follows', () => {
    const route = document(
      'networking.istio.io/v1',
      'VirtualService',
      `spec:
  hosts: [${FULL}]
  tls:
  - match: [{sniHosts: [${FULL}, cart]}]
    route: [{destination: {host: cart}}]
  http:
  - match: [{authority: {exact: "${FULL}:8080"}}, {uri: {prefix: /cart}}]
    mirrors: [{destination: {host: ${FULL}}}]
    rewrite: {authority: cart.default, uri: /cart}
    route: [{destination: {host: cart, subset: cart}}]
`,
      'cart',
    );
    const gateway = document(
      'networking.istio.io/v1',
      'Gateway',
      `spec: {servers: [{port: {number: 80, name: cart}, hosts: ["shop/${FULL}", cart, "*/${FULL}"]}]}\n`,
    );
    const text = [CART, route, gateway].join('---\n');
    expect(renamed(text, 'Service/default/cart', toBasket)).toBe(
      [
        NEW_CART,
        replaced(
          route,
          [FULL, 'basket.default.svc.cluster.local'],
          ['cart.default,', 'basket.default,'],
          ['{host: cart}', '{host: basket}'],
          ['{host: cart,', '{host: basket,'],
        ),
        replaced(gateway, [FULL, 'basket.default.svc.cluster.local']),
      ].join('---\n'),
    );
    // The namespace before a server's host is one of VirtualServices.
    expect(renamed(text, 'Service/default/cart', { namespace: 'b' })).toContain(
      '"shop/cart.b.svc.cluster.local"',
    );
  });

  test('[E14] istiod’s own names of clusters and virtual hosts follow in an EnvoyFilter', () => {
    const filter = document(
      'networking.istio.io/v1alpha3',
      'EnvoyFilter',
      `spec:
  configPatches:
  - match: {cluster: {service: ${FULL}}}
  - match: {cluster: {name: "outbound|80|v1|${FULL}"}}
  - match: {routeConfiguration: {gateway: default/edge, vhost: {name: "${FULL}:80"}}}
`,
    );
    const edge = document('networking.istio.io/v1', 'Gateway', 'spec: {}\n', 'edge');
    const text = [CART, edge, filter].join('---\n');
    expect(renamed(text, 'Service/default/cart', toBasket)).toBe(text.replaceAll('cart', 'basket'));
    expect(renamed(text, 'Gateway/default/edge', { name: 'front', namespace: 'b' })).toContain(
      'gateway: b/front',
    );
  });

  test('[E14] Flagger and Argo Rollouts follow', () => {
    const canary = document(
      'flagger.app/v1beta1',
      'Canary',
      `spec:
  targetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
  autoscalerRef: {apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, name: web}
  service: {gateways: [edge, mesh], hosts: [${FULL}], port: 80}
  analysis: {webhooks: [{name: gate, url: "http://cart.default/gate"}]}
`,
      'web',
    );
    const scaler = document(
      'autoscaling/v2',
      'HorizontalPodAutoscaler',
      'spec: {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}}\n',
      'web',
    );
    const web = document('apps/v1', 'Deployment', 'spec: {}\n', 'web');
    const edge = document('networking.istio.io/v1', 'Gateway', 'spec: {}\n', 'edge');
    const text = [CART, edge, web, scaler, canary].join('---\n');
    expect(renamed(text, 'Service/default/cart', toBasket)).toBe(text.replaceAll('cart', 'basket'));
    expect(renamed(text, 'Gateway/default/edge', { name: 'front' })).toBe(
      text.replaceAll('edge', 'front'),
    );
    expect(renamed(text, 'Deployment/default/web', { name: 'app' })).toBe(
      replaced(
        text,
        ['kind: Deployment, name: web', 'kind: Deployment, name: app'],
        ['kind: Deployment\nmetadata: {name: web}', 'kind: Deployment\nmetadata: {name: app}'],
      ),
    );
  });
});

describe('names of Secrets, ConfigMaps and ServiceAccounts', () => {
  const pod = `containers:
      - name: tls
        envFrom: [{secretRef: {name: tls}}, {configMapRef: {name: tls}}]
        env:
        - {name: KEY, valueFrom: {secretKeyRef: {name: tls, key: tls}}}
      imagePullSecrets: [{name: tls}]
      volumes:
      - {name: tls, secret: {secretName: tls}}
      - {name: all, projected: {sources: [{secret: {name: tls}}, {configMap: {name: tls}}]}}
`;
  const web = document(
    'apps/v1',
    'Deployment',
    `spec:\n  template:\n    spec:\n      ${pod}`,
    'web',
  );

  test('[E14] a Secret follows in pods, a ConfigMap of its name does not', () => {
    const text = `${TLS}---\n${web}`;
    expect(renamed(text, 'Secret/default/tls', { name: 'cert' })).toBe(
      NEW_TLS +
        replaced(
          `---\n${web}`,
          ['secretRef: {name: tls}', 'secretRef: {name: cert}'],
          ['secretKeyRef: {name: tls', 'secretKeyRef: {name: cert'],
          ['imagePullSecrets: [{name: tls}]', 'imagePullSecrets: [{name: cert}]'],
          ['secretName: tls', 'secretName: cert'],
          ['{secret: {name: tls}}', '{secret: {name: cert}}'],
        ),
    );
  });

  test('[E14] a credential follows in Gateways and in all traffic policies of a DestinationRule', () => {
    const policy = '{tls: {mode: SIMPLE, credentialName: tls}}';
    const rule = document(
      'networking.istio.io/v1',
      'DestinationRule',
      `spec:
  host: tls
  trafficPolicy:
    tls: {mode: SIMPLE, credentialName: tls}
    portLevelSettings: [${policy}]
  subsets:
  - {name: tls, trafficPolicy: ${policy}}
  - {name: b, trafficPolicy: {portLevelSettings: [${policy}]}}
`,
    );
    const gateway = document(
      'networking.istio.io/v1',
      'Gateway',
      `spec: {selector: {istio: ingressgateway}, servers: [{port: {number: 443, name: tls, protocol: HTTPS}, hosts: ["*"], tls: {mode: SIMPLE, credentialName: kubernetes://istio-system/tls}}]}\n`,
    );
    const secret = TLS.replace('{name: tls}', '{name: tls, namespace: istio-system}');
    const text = [secret, rule, gateway].join('---\n');
    const id = 'Secret/istio-system/tls';
    expect(renamed(text, id, { name: 'cert' })).toBe(
      replaced(
        text,
        ['credentialName: tls', 'credentialName: cert'],
        ['istio-system/tls', 'istio-system/cert'],
        ['{name: tls, namespace', '{name: cert, namespace'],
      ),
    );
    // A Secret of another namespace is not the one that the gateway's pods read.
    const other = TLS.replace('{name: tls}', '{name: tls, namespace: other}');
    const both = [other, rule].join('---\n');
    expect(renamed(both, 'Secret/other/tls', { name: 'cert' })).toBe(
      both.replace('{name: tls, namespace', '{name: cert, namespace'),
    );
    expect(planOf(text, id, { namespace: 'other' }).label).toBe(
      'Move tls to namespace other (out of reach of reader)',
    );
    expect(renamed(text, id, { namespace: 'other' })).toContain('kubernetes://other/tls');
  });

  test('[E14] with a workload selector a credential is beside its DestinationRule', () => {
    const rule = document(
      'networking.istio.io/v1',
      'DestinationRule',
      'spec:\n  workloadSelector: {matchLabels: {a: b}}\n  trafficPolicy: {tls: {credentialName: tls}}\n',
    );
    const text = `${TLS}---\n${rule}`;
    expect(renamed(text, 'Secret/default/tls', { name: 'cert' })).toBe(
      `${NEW_TLS}---\n${rule.replace('credentialName: tls', 'credentialName: cert')}`,
    );
  });

  test('[E14] a ServiceAccount follows in pods, bindings, identities and policies', () => {
    const account = document('v1', 'ServiceAccount', 'secrets: []\n', 'robot');
    const documents = [
      document(
        'batch/v1',
        'CronJob',
        'spec: {jobTemplate: {spec: {template: {spec: {serviceAccountName: robot}}}}}\n',
      ),
      document(
        'rbac.authorization.k8s.io/v1',
        'ClusterRoleBinding',
        'roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: reading}\nsubjects: [{kind: ServiceAccount, name: robot, namespace: default}]\n',
      ),
      document(
        'security.istio.io/v1',
        'AuthorizationPolicy',
        `spec:
  rules:
  - from: [{source: {principals: [cluster.local/ns/default/sa/robot], serviceAccounts: [robot, default/robot]}}]
    when: [{key: source.principal, values: ["*/ns/default/sa/robot"]}]
`,
      ),
      document(
        'networking.istio.io/v1',
        'ServiceEntry',
        'spec: {hosts: [a.example.com], subjectAltNames: ["spiffe://cluster.local/ns/default/sa/robot"]}\n',
      ),
    ];
    const text = [account, ...documents].join('---\n');
    const id = 'ServiceAccount/default/robot';
    expect(renamed(text, id, { name: 'agent' })).toBe(text.replaceAll('robot', 'agent'));
    const moved = renamed(text, id, { namespace: 'b' });
    expect(moved).toContain('principals: [cluster.local/ns/b/sa/robot]');
    expect(moved).toContain('serviceAccounts: [b/robot, b/robot]');
    expect(moved).toContain('name: robot, namespace: b}]');
    expect(planOf(text, id, { namespace: 'b' }).label).toBe(
      'Move robot to namespace b (out of reach of reader)',
    );
  });
});

describe('moving', () => {
  test('[E14] what a moved resource cannot name from its new namespace is said', () => {
    const web = document(
      'apps/v1',
      'Deployment',
      'spec: {template: {spec: {volumes: [{secret: {secretName: tls}}, {secret: {secretName: elsewhere}}]}}}\n',
      'web',
    );
    const text = `${TLS}---\n${web}`;
    const plan = planOf(text, 'Deployment/default/web', { namespace: 'b' });
    expect(plan.label).toBe('Move web to namespace b (Secret tls is out of its reach)');
    expect(applyTextEdits(text, plan.edits)).toBe(
      text.replace('{name: web}', '{name: web, namespace: b}'),
    );
  });

  test('[E14] a name in a foreign namespace keeps its meaning though the text does not have it', () => {
    const route = document(
      'networking.istio.io/v1',
      'VirtualService',
      'spec: {hosts: [a.example.com], http: [{route: [{destination: {host: cart}}]}]}\n',
    );
    const assumptions = { ...buildSnapshot('').assumptions, foreignNamespaces: ['default'] };
    const result = planEdit(buildSnapshot(route, assumptions), {
      kind: 'rename-resource',
      resource: 'VirtualService/default/reader',
      name: 'reader',
      namespace: 'b',
    });
    expect(result.ok && applyTextEdits(route, result.plan.edits)).toContain(`host: ${FULL}`);
  });
});

test('[E14] what is no name of a resource stays', () => {
  const documents = [
    CART,
    document('v1', 'ConfigMap', `data: {URL: "http://${FULL}", cart: cart}\n`),
    document(
      'networking.istio.io/v1',
      'DestinationRule',
      'spec:\n  host: other\n  exportTo: [cart]\n  subsets: [{name: cart, labels: {app: cart}}]\n',
    ),
    document(
      'networking.istio.io/v1',
      'ServiceEntry',
      `spec: {hosts: [${FULL}, cart.example.com]}\n`,
    ),
    document(
      'security.istio.io/v1',
      'AuthorizationPolicy',
      'spec: {selector: {matchLabels: {app: cart}}, rules: [{from: [{source: {namespaces: [cart]}}]}]}\n',
    ),
    document('policy/v1', 'PodDisruptionBudget', 'spec: {selector: {matchLabels: {app: cart}}}\n'),
    document(
      'apps/v1',
      'Deployment',
      'spec: {selector: {matchLabels: {app: cart}}, template: {metadata: {labels: {app: cart}}, spec: {containers: [{name: cart, image: cart, env: [{name: HOST, value: cart}]}]}}}\n',
      'cart',
    ),
  ];
  const text = documents.join('---\n');
  const [, ...others] = documents;
  expect(renamed(text, 'Service/default/cart', { name: 'basket' })).toBe(
    [NEW_CART, ...others].join('---\n'),
  );
});
