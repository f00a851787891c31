import { describe, expect, test } from 'vitest';
import { fieldOf } from '../../test/support/dictionary-fields.ts';
import {
  findRootField,
  type GroupVersionKind,
  knownKinds,
  knownVersions,
  loadFieldDictionary,
} from './field-dictionary.ts';
import { findField } from './find-field.ts';
import { walkFields } from './walk-fields.ts';

const dictionary = await loadFieldDictionary();

function namesIn(kind: string, path: string): readonly string[] {
  return fieldOf(kind, path).fields.map(({ name }) => name);
}

describe('the kinds', () => {
  // istio.io/latest/docs/reference/config: what Istio 1.29's CRDs serve.
  test.each([
    ['networking.istio.io', 'Gateway', ['v1', 'v1beta1', 'v1alpha3']],
    ['networking.istio.io', 'VirtualService', ['v1', 'v1beta1', 'v1alpha3']],
    ['networking.istio.io', 'DestinationRule', ['v1', 'v1beta1', 'v1alpha3']],
    ['networking.istio.io', 'ServiceEntry', ['v1', 'v1beta1', 'v1alpha3']],
    ['networking.istio.io', 'Sidecar', ['v1', 'v1beta1', 'v1alpha3']],
    ['networking.istio.io', 'WorkloadEntry', ['v1', 'v1beta1', 'v1alpha3']],
    ['networking.istio.io', 'EnvoyFilter', ['v1alpha3']],
    ['security.istio.io', 'AuthorizationPolicy', ['v1', 'v1beta1']],
    ['security.istio.io', 'PeerAuthentication', ['v1', 'v1beta1']],
    ['security.istio.io', 'RequestAuthentication', ['v1', 'v1beta1']],
    ['telemetry.istio.io', 'Telemetry', ['v1', 'v1alpha1']],
    ['', 'Service', ['v1']],
    ['', 'Secret', ['v1']],
    ['', 'ConfigMap', ['v1']],
    ['', 'Pod', ['v1']],
    ['apps', 'Deployment', ['v1']],
    ['apps', 'StatefulSet', ['v1']],
    ['apps', 'DaemonSet', ['v1']],
    ['networking.k8s.io', 'Ingress', ['v1']],
    ['gateway.networking.k8s.io', 'Gateway', ['v1', 'v1beta1']],
    ['gateway.networking.k8s.io', 'HTTPRoute', ['v1', 'v1beta1']],
  ])('[S1] %s %s is known in the versions that are served', (group, kind, versions) => {
    expect(knownVersions(dictionary, group, kind)).toEqual(versions);
  });

  test('[S1] every version has its fields, and those of Istio are the same in all', () => {
    const pathsOf = (kind: GroupVersionKind) => {
      const root = findRootField(dictionary, kind);
      return root === undefined ? [] : [...walkFields(root)].map(({ path }) => path);
    };
    for (const kind of knownKinds(dictionary)) {
      const newest = knownVersions(dictionary, kind.group, kind.kind)[0] ?? '';
      expect(pathsOf(kind).length).toBeGreaterThan(5);
      expect(pathsOf(kind)).toEqual(pathsOf({ ...kind, version: newest }));
    }
  });

  test('[S1] a Gateway of the Gateway API is another kind than one of Istio', () => {
    const root = findRootField(dictionary, {
      group: 'gateway.networking.k8s.io',
      version: 'v1',
      kind: 'Gateway',
    });
    expect(root && findField(root, ['spec', 'listeners'])?.type).toBe('list');
    expect(namesIn('Gateway', 'spec')).toEqual(['selector', 'servers']);
  });

  test.each([
    { group: 'apps', version: 'v1beta1', kind: 'Deployment' },
    { group: 'networking.istio.io', version: 'v1', kind: 'EnvoyFilter' },
    { group: '', version: 'v1', kind: 'Gateway' },
    { group: 'example.com', version: 'v1', kind: '__proto__' },
  ])('[S1] nothing is said of $group $version $kind', (kind) => {
    expect(findRootField(dictionary, kind)).toBeUndefined();
  });

  test('[S1] apiVersion names every version that is served, kind its own', () => {
    expect(fieldOf('VirtualService', 'apiVersion').values).toEqual([
      'networking.istio.io/v1',
      'networking.istio.io/v1beta1',
      'networking.istio.io/v1alpha3',
    ]);
    expect(fieldOf('VirtualService', 'kind').values).toEqual(['VirtualService']);
    expect(fieldOf('Service', 'apiVersion').values).toEqual(['v1']);
  });
});

describe('types', () => {
  test.each([
    ['VirtualService', 'spec.hosts', 'list'],
    ['VirtualService', 'spec.hosts[]', 'string'],
    ['VirtualService', 'spec.http[]', 'object'],
    ['VirtualService', 'spec.http[].match[].headers', 'map'],
    ['VirtualService', 'spec.http[].match[].headers{}', 'object'],
    ['VirtualService', 'spec.http[].match[].ignoreUriCase', 'boolean'],
    ['VirtualService', 'spec.http[].timeout', 'string'],
    ['VirtualService', 'spec.http[].route[].weight', 'integer'],
    ['VirtualService', 'spec.http[].fault.delay.percentage.value', 'number'],
    ['VirtualService', 'spec.http[].headers.request.set{}', 'string'],
    ['Gateway', 'spec.servers[].port.number', 'integer'],
    ['Gateway', 'spec.selector', 'map'],
    ['ServiceEntry', 'spec.endpoints[].ports', 'map'],
    ['ServiceEntry', 'spec.endpoints[].ports{}', 'integer'],
    ['EnvoyFilter', 'spec.configPatches[].patch.value', 'any'],
    ['Service', 'spec.ports[].port', 'integer'],
    ['Service', 'spec.ports[].targetPort', 'union'],
    ['Service', 'status', 'any'],
    ['Deployment', 'spec.template.spec.containers[].resources.limits{}', 'union'],
  ])('[S2] %s %s is a %s', (kind, path, type) => {
    expect(fieldOf(kind, path).type).toBe(type);
  });

  test('[S2] a union says which types it takes', () => {
    expect(fieldOf('Service', 'spec.ports[].targetPort').types).toEqual(['integer', 'string']);
    const limit = fieldOf('Deployment', 'spec.template.spec.containers[].resources.limits{}');
    expect(limit.types).toEqual(['number', 'string']);
  });

  test.each([
    ['Gateway', 'spec.servers[].port.number', true],
    ['Gateway', 'spec.servers[].port.name', true],
    ['Gateway', 'spec.servers[].port.protocol', true],
    ['Gateway', 'spec.servers[].hosts', true],
    ['Gateway', 'spec.servers[].tls', false],
    ['DestinationRule', 'spec.host', true],
    ['DestinationRule', 'spec.subsets[].name', true],
    ['DestinationRule', 'spec.subsets[].labels', false],
    ['ServiceEntry', 'spec.hosts', true],
    ['VirtualService', 'spec.hosts', false],
    ['VirtualService', 'spec.http[].route[].destination', true],
    ['VirtualService', 'spec.http[].route[].destination.host', true],
    ['VirtualService', 'spec.tls[].match[].sniHosts', true],
    ['Service', 'spec.ports[].port', true],
    ['Deployment', 'spec.selector', true],
  ])('[S2] %s %s: whether it has to be there (%s)', (kind, path, required) => {
    expect(fieldOf(kind, path).required).toBe(required);
  });

  test('[S2] only the values of an enumeration are allowed', () => {
    expect(new Set(fieldOf('Gateway', 'spec.servers[].tls.mode').values)).toEqual(
      new Set([
        'PASSTHROUGH',
        'SIMPLE',
        'MUTUAL',
        'AUTO_PASSTHROUGH',
        'ISTIO_MUTUAL',
        'OPTIONAL_MUTUAL',
      ]),
    );
    expect(new Set(fieldOf('ServiceEntry', 'spec.resolution').values)).toEqual(
      new Set(['NONE', 'STATIC', 'DNS', 'DNS_ROUND_ROBIN', 'DYNAMIC_DNS']),
    );
    expect(new Set(fieldOf('Service', 'spec.type').values)).toEqual(
      new Set(['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName']),
    );
    expect(fieldOf('VirtualService', 'spec.hosts[]').values).toEqual([]);
  });
});

describe('what the published schema limits', () => {
  test.each([
    ['Gateway', 'spec.servers[].tls.credentialNames', { minItems: 1, maxItems: 2 }],
    ['ServiceEntry', 'spec.hosts', { minItems: 1, maxItems: 256 }],
    ['ServiceEntry', 'spec.endpoints[].address', { maxLength: 256 }],
    ['ServiceEntry', 'spec.endpoints[].ports', { maxItems: 128 }],
    [
      'DestinationRule',
      'spec.trafficPolicy.loadBalancer.warmup.minimumPercent',
      { minimum: 0, maximum: 100 },
    ],
    ['PeerAuthentication', 'spec.portLevelMtls', { minItems: 1 }],
  ])('[S3] of %s %s', (kind, path, limits) => {
    expect(fieldOf(kind, path).limits).toEqual(limits);
  });
});

describe('choices', () => {
  const STRING_MATCH = ['exact', 'prefix', 'regex'];
  test.each([
    ['VirtualService', 'spec.http[].match[].uri', STRING_MATCH],
    ['VirtualService', 'spec.http[].match[].headers{}', STRING_MATCH],
    ['VirtualService', 'spec.http[].corsPolicy.allowOrigins[]', STRING_MATCH],
    ['VirtualService', 'spec.http[].fault.abort', ['grpcStatus', 'http2Error', 'httpStatus']],
    ['VirtualService', 'spec.http[].fault.delay', ['exponentialDelay', 'fixedDelay']],
    ['VirtualService', 'spec.http[].directResponse.body', ['bytes', 'string']],
    ['DestinationRule', 'spec.trafficPolicy.loadBalancer', ['consistentHash', 'simple']],
    [
      'DestinationRule',
      'spec.subsets[].trafficPolicy.loadBalancer.consistentHash',
      ['httpCookie', 'httpHeaderName', 'httpQueryParameterName', 'useSourceIp'],
    ],
    [
      'DestinationRule',
      'spec.subsets[].trafficPolicy.loadBalancer.consistentHash',
      ['maglev', 'ringHash'],
    ],
    // Known to Istio's validation alone (analyzers: "HTTP route cannot contain both …").
    ['VirtualService', 'spec.http[]', ['delegate', 'directResponse', 'redirect', 'route']],
    ['VirtualService', 'spec.http[]', ['mirror', 'mirrors']],
    ['ServiceEntry', 'spec', ['endpoints', 'workloadSelector']],
  ])('[S4] in %s %s only one of %j', (kind, path, names) => {
    const fields = fieldOf(kind, path).fields.filter(({ name }) => names.includes(name));
    expect(fields.map(({ name }) => name).sort()).toEqual(names);
    for (const { choice } of fields) expect([...(choice?.of ?? [])].sort()).toEqual(names);
  });

  test('[S4] a field outside every choice has none', () => {
    expect(fieldOf('VirtualService', 'spec.http[].match').choice).toBeNull();
    const ttl = 'spec.trafficPolicy.loadBalancer.consistentHash.httpCookie.ttl';
    expect(fieldOf('DestinationRule', ttl).choice).toBeNull();
    expect(fieldOf('VirtualService', 'spec.http[].fault.delay.percentage').choice).toBeNull();
  });
});
