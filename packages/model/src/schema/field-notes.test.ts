import { describe, expect, test } from 'vitest';
import { fieldOf } from '../../test/support/dictionary-fields.ts';
import type { Field } from './field.ts';
import {
  findRootField,
  type GroupVersionKind,
  knownKinds,
  loadFieldDictionary,
} from './field-dictionary.ts';
import { ALL_NOTES } from './notes/all-notes.ts';
import { EVERY_KIND_COMMON, EVERY_KIND_NOTES } from './notes/every-kind.ts';
import { walkFields } from './walk-fields.ts';

const dictionary = await loadFieldDictionary();

function fieldsOf(kind: GroupVersionKind): readonly Field[] {
  const root = findRootField(dictionary, kind);
  return root === undefined ? [] : [...walkFields(root)];
}

function speaksOf(noted: string, { path }: Field): boolean {
  return noted.startsWith('**.') ? path.endsWith(noted.slice(2)) : path === noted;
}

describe('what the documentation says and the types do not', () => {
  test.each([
    ['VirtualService', 'spec.http[].timeout', 'duration'],
    ['VirtualService', 'spec.http[].retries.perTryTimeout', 'duration'],
    ['VirtualService', 'spec.http[].fault.delay.fixedDelay', 'duration'],
    ['VirtualService', 'spec.http[].fault.abort.percentage.value', 'fault-percentage'],
    ['VirtualService', 'spec.http[].mirrorPercentage.value', 'percentage'],
    ['VirtualService', 'spec.http[].route[].destination.host', 'destination-host'],
    ['VirtualService', 'spec.http[].route[].destination.port.number', 'port'],
    ['VirtualService', 'spec.http[].match[].headers{}.regex', 'regex'],
    ['VirtualService', 'spec.http[].match[].uri.regex', 'regex'],
    ['VirtualService', 'spec.http[].corsPolicy.maxAge', 'seconds'],
    ['VirtualService', 'spec.hosts[]', 'route-host'],
    ['Gateway', 'spec.servers[].hosts[]', 'server-host'],
    ['Gateway', 'spec.servers[].port.number', 'port'],
    ['Gateway', 'spec.selector', 'labels'],
    ['DestinationRule', 'spec.trafficPolicy.connectionPool.tcp.connectTimeout', 'duration'],
    ['DestinationRule', 'spec.subsets[].trafficPolicy.outlierDetection.interval', 'duration'],
    [
      'DestinationRule',
      'spec.trafficPolicy.portLevelSettings[].outlierDetection.maxEjectionPercent',
      'percentage',
    ],
    ['ServiceEntry', 'spec.endpoints[].address', 'address'],
    ['ServiceEntry', 'spec.addresses[]', 'cidr'],
    ['Service', 'spec.ports[].port', 'port'],
    ['Service', 'spec.ports[].targetPort', 'port-or-name'],
    ['Secret', 'data{}', 'secret-base64'],
    ['Secret', 'stringData{}', 'secret-text'],
    ['Deployment', 'spec.template.spec.containers[].resources.limits{}', 'quantity'],
    ['Deployment', 'spec.template.metadata.labels', 'labels'],
    ['Deployment', 'spec.template.metadata.labels{}', 'label-value'],
    ['RequestAuthentication', 'spec.jwtRules[].timeout', 'duration'],
  ])('[S5] %s %s is a %s', (kind, path, format) => {
    expect(fieldOf(kind, path).format).toBe(format);
  });

  // istio.io/latest/docs/reference/config and kubernetes.io/docs/reference.
  test.each([
    ['VirtualService', 'spec.http[].redirect.redirectCode', '301'],
    ['VirtualService', 'spec.http[].corsPolicy.unmatchedPreflights', 'FORWARD'],
    ['DestinationRule', 'spec.trafficPolicy.outlierDetection.interval', '10s'],
    ['DestinationRule', 'spec.trafficPolicy.outlierDetection.baseEjectionTime', '30s'],
    ['DestinationRule', 'spec.trafficPolicy.outlierDetection.maxEjectionPercent', '10'],
    ['DestinationRule', 'spec.trafficPolicy.outlierDetection.consecutive5xxErrors', '5'],
    ['DestinationRule', 'spec.trafficPolicy.connectionPool.tcp.connectTimeout', '10s'],
    ['DestinationRule', 'spec.trafficPolicy.loadBalancer.simple', 'LEAST_REQUEST'],
    ['ServiceEntry', 'spec.location', 'MESH_EXTERNAL'],
    ['ServiceEntry', 'spec.resolution', 'NONE'],
    ['AuthorizationPolicy', 'spec.action', 'ALLOW'],
    ['Service', 'spec.type', 'ClusterIP'],
    ['Service', 'spec.ports[].protocol', 'TCP'],
    ['Deployment', 'spec.replicas', '1'],
  ])('[S5] the default of %s %s is %s', (kind, path, value) => {
    expect(fieldOf(kind, path).defaultValue).toBe(value);
  });

  test.each([
    ['VirtualService', 'spec.http[].mirrorPercent'],
    ['VirtualService', 'spec.http[].mirror_percent'],
    ['VirtualService', 'spec.http[].corsPolicy.allowOrigin'],
    ['VirtualService', 'spec.http[].fault.delay.percent'],
    ['DestinationRule', 'spec.trafficPolicy.outlierDetection.consecutiveErrors'],
    ['DestinationRule', 'spec.trafficPolicy.loadBalancer.consistentHash.minimumRingSize'],
    ['Gateway', 'spec.servers[].port.targetPort'],
    ['Pod', 'spec.serviceAccount'],
  ])('[S5] %s %s is deprecated, and says so in words', (kind, path) => {
    expect(fieldOf(kind, path).deprecation).toMatch(/^\S.+\.?$/);
  });

  test.each([
    ['VirtualService', 'spec.http[].mirrorPercentage'],
    ['DestinationRule', 'spec.trafficPolicy.outlierDetection.consecutive5xxErrors'],
    ['Gateway', 'spec.servers[].tls.credentialName'],
    ['Service', 'spec.selector'],
  ])('[S5] %s %s is in use', (kind, path) => {
    expect(fieldOf(kind, path).deprecation).toBeNull();
  });

  test('[S5] every field is described, but for the items of lists and maps', () => {
    const silent = knownKinds(dictionary)
      .filter(({ group }) => group !== 'gateway.networking.k8s.io')
      .flatMap((kind) => fieldsOf(kind).map((one) => ({ kind: kind.kind, ...one })))
      .filter(({ name, description }) => /^\w/.test(name) && description === '');
    expect(silent.map(({ kind, path }) => `${kind} ${path}`)).toEqual([]);
  });
});

describe('what most people meet', () => {
  test.each([
    ['Gateway', '', ['apiVersion', 'kind', 'metadata', 'spec']],
    ['Gateway', 'spec', ['selector', 'servers']],
    ['Gateway', 'spec.servers[]', ['name', 'port', 'hosts', 'tls']],
    ['VirtualService', 'spec', ['hosts', 'gateways', 'http', 'tls', 'tcp', 'exportTo']],
    ['VirtualService', 'spec.http[].route[]', ['destination', 'weight']],
    ['VirtualService', 'spec.http[].route[].destination', ['host', 'port', 'subset']],
    ['DestinationRule', 'spec', ['host', 'subsets', 'trafficPolicy']],
    ['DestinationRule', 'spec.trafficPolicy.portLevelSettings[]', ['port', 'tls']],
    ['ServiceEntry', 'spec', ['hosts', 'ports', 'location', 'resolution']],
    ['Service', 'spec.ports[]', ['name', 'port', 'targetPort', 'protocol']],
  ])('[S6] in %s %s comes first: %j', (kind, path, names) => {
    const fields = fieldOf(kind, path).fields;
    expect(fields.slice(0, names.length).map(({ name }) => name)).toEqual(names);
  });

  test('[S6] the common fields of an object stand in front of all others, its status last', () => {
    for (const one of knownKinds(dictionary).flatMap(fieldsOf)) {
      const common = one.fields.map(({ isCommon }) => isCommon);
      expect(common, one.path).toEqual(common.toSorted((left, right) => +right - +left));
    }
    expect(fieldOf('Service', '').fields.at(-1)?.name).toBe('status');
  });
});

describe('notes', () => {
  test.each(ALL_NOTES.map((notes) => [notes.kind, notes] as const))(
    'on %s each speak of a field that it has',
    (_, { group, kind, common, notes }) => {
      const known = knownKinds(dictionary).find((one) => one.group === group && one.kind === kind);
      const fields = known === undefined ? [] : fieldsOf(known);
      const idle = [...common, ...Object.keys(notes)].filter(
        (noted) => !fields.some((one) => speaksOf(noted, one)),
      );
      expect(idle).toEqual([]);
    },
  );

  test('on every kind each speak of a field that some kind has', () => {
    const fields = knownKinds(dictionary).flatMap(fieldsOf);
    const idle = [...EVERY_KIND_COMMON, ...Object.keys(EVERY_KIND_NOTES)].filter(
      (noted) => !fields.some((one) => speaksOf(noted, one)),
    );
    expect(idle).toEqual([]);
  });
});
