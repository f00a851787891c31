import { describe, expect, test } from 'vitest';
import { fieldOf } from '../../test/support/dictionary-fields.ts';
import { checkKey, checkValue } from './check-value.ts';
import { loadRegexCheck } from './values/regex-rules.ts';

const checkRegex = await loadRegexCheck();

const VS = 'VirtualService';
const TIMEOUT = 'spec.http[].timeout';
const HOST = 'spec.http[].route[].destination.host';
const PORT = 'spec.http[].route[].destination.port.number';
const HOSTS = 'spec.hosts[]';
const SERVER_HOST = 'spec.servers[].hosts[]';
const REGEX = 'spec.http[].match[].uri.regex';

type Row = readonly [kind: string, path: string, value: unknown];
type BadRow = readonly [kind: string, path: string, value: unknown, reason: RegExp];

const GOOD: readonly Row[] = [
  [VS, TIMEOUT, '5s'],
  [VS, TIMEOUT, '1h30m'],
  [VS, TIMEOUT, '1.5s'],
  [VS, TIMEOUT, '1ms'],
  [VS, 'spec.http[].corsPolicy.maxAge', '24h'],
  ['DestinationRule', 'spec.trafficPolicy.connectionPool.tcp.idleTimeout', '0s'],
  [VS, HOST, 'cart'],
  [VS, HOST, 'cart.shop.svc.cluster.local'],
  [VS, HOST, 'cart.shop.svc.cluster.local.'],
  [VS, HOST, '*.example.com'],
  [VS, HOST, 'Cart'],
  [VS, HOSTS, '*'],
  [VS, HOSTS, '*-canary.example.com'],
  [VS, HOSTS, '10.1.2.3'],
  [VS, HOSTS, '2001:db8::1'],
  ['Gateway', SERVER_HOST, '*'],
  ['Gateway', SERVER_HOST, 'shop/*'],
  ['Gateway', SERVER_HOST, './shop.example.com'],
  ['Gateway', SERVER_HOST, '*/*.example.com'],
  ['Sidecar', 'spec.egress[].hosts[]', './*'],
  ['Sidecar', 'spec.egress[].hosts[]', '~/*'],
  [VS, PORT, 1],
  [VS, PORT, 65_535],
  ['Service', 'spec.ports[].targetPort', 8080],
  ['Service', 'spec.ports[].targetPort', 'http-web'],
  [VS, 'spec.http[].fault.abort.percentage.value', 0.0001],
  [VS, 'spec.http[].fault.abort.percentage.value', 0],
  [VS, 'spec.http[].mirrorPercentage.value', 100],
  [VS, 'spec.http[].fault.abort.httpStatus', 503],
  [VS, 'spec.http[].redirect.redirectCode', 308],
  [VS, 'spec.http[].retries.retryOn', '5xx,reset,503'],
  [VS, 'spec.http[].route[].weight', 0],
  [VS, 'spec.http[].route[].weight', 250],
  [VS, REGEX, '/v[0-9]+/.*'],
  [VS, 'spec.http[].match[].withoutHeaders{}.regex', '*'],
  [VS, 'spec.gateways[]', 'mesh'],
  [VS, 'spec.gateways[]', 'infra/public'],
  [VS, 'spec.gateways[]', 'public.infra.svc.cluster.local'],
  [VS, 'spec.exportTo[]', '.'],
  [VS, 'spec.http[].corsPolicy.allowMethods[]', 'PATCH'],
  ['Gateway', 'spec.servers[].tls.mode', 'SIMPLE'],
  ['Gateway', 'spec.servers[].tls.credentialName', 'shop-cert'],
  ['Gateway', 'spec.servers[].tls.credentialName', 'certs/shop'],
  ['Gateway', 'spec.servers[].tls.credentialName', 'kubernetes-gateway://certs/shop'],
  ['ServiceEntry', 'spec.ports[].protocol', ''],
  ['Gateway', 'spec.servers[].port.protocol', 'https'],
  ['Gateway', 'spec.servers[].port.protocol', 'GRPC-Web'],
  ['DestinationRule', 'spec.host', '*.example.com'],
  ['DestinationRule', 'spec.subsets[].name', 'V2'],
  ['DestinationRule', 'spec.trafficPolicy.outlierDetection.maxEjectionPercent', 100],
  ['ServiceEntry', 'spec.addresses[]', '10.0.0.0/8'],
  ['ServiceEntry', 'spec.addresses[]', '2001:db8::/32'],
  ['ServiceEntry', 'spec.endpoints[].address', 'unix:///var/run/app.sock'],
  ['ServiceEntry', 'spec.endpoints[].address', 'db.example.com'],
  ['Service', 'metadata.name', 'cart'],
  ['ConfigMap', 'metadata.name', 'cart.v1'],
  ['Pod', 'metadata.labels{}', ''],
  ['Pod', 'metadata.labels{}', 'v1.2_3'],
  ['Deployment', 'spec.template.spec.containers[].resources.limits{}', '128Mi'],
  ['Deployment', 'spec.template.spec.containers[].resources.limits{}', '1e3'],
  ['Deployment', 'spec.template.spec.containers[].resources.limits{}', 0.5],
  ['Secret', 'data{}', 'c2VjcmV0'],
  ['RequestAuthentication', 'spec.jwtRules[].jwksUri', 'https://example.com/keys.json'],
  [VS, 'spec.http[].timeout', null],
  [VS, 'spec.hosts', []],
  ['EnvoyFilter', 'spec.configPatches[].patch.value', ['anything']],
];

const BAD: readonly BadRow[] = [
  [VS, TIMEOUT, '5', /no unit.*5s/],
  [VS, TIMEOUT, '5 seconds', /no duration.*500ms/],
  [VS, TIMEOUT, '0s', /one millisecond/],
  [VS, TIMEOUT, '100us', /one millisecond/],
  [VS, TIMEOUT, '1.5ms', /whole milliseconds/],
  [VS, TIMEOUT, '-5s', /one millisecond/],
  [VS, 'spec.http[].corsPolicy.maxAge', '1500ms', /whole seconds/],
  [VS, HOST, '*', /too much/],
  [VS, HOST, '', /missing/],
  [VS, HOST, 'http://cart', /without the scheme/],
  [VS, HOST, 'cart:8080', /port has a field of its own/],
  [VS, HOST, 'cart.example.com/path', /without a path/],
  [VS, HOST, 'cart_v2', /"cart_v2" does not fit/],
  [VS, HOST, 'cart..shop', /nothing between two dots/],
  [VS, HOST, 'a.*.example.com', /"\*" does not fit/],
  [VS, HOST, '10.1.2.3', /IP address/],
  [VS, HOST, 'cart.123', /last part is a number/],
  [VS, HOST, `${'a'.repeat(64)}.com`, /does not fit/],
  [VS, HOST, `${'abc.'.repeat(70)}com`, /255/],
  ['ServiceEntry', 'spec.hosts[]', '*', /too much/],
  ['Gateway', SERVER_HOST, 'shop', /short name/],
  ['Gateway', SERVER_HOST, '*foo.example.com', /part of a name/],
  ['Gateway', SERVER_HOST, '/shop.example.com', /namespace in front/],
  ['Gateway', SERVER_HOST, 'my_ns/shop.example.com', /namespace in front/],
  ['Gateway', SERVER_HOST, 'https://shop.example.com', /without the scheme/],
  ['Sidecar', 'spec.egress[].hosts[]', 'shop.example.com', /namespace/],
  ['Sidecar', 'spec.egress[].hosts[]', './10.1.2.3', /IP address/],
  [VS, PORT, 0, /1 to 65535/],
  [VS, PORT, 65_536, /1 to 65535/],
  [VS, PORT, 80.5, /whole number/],
  [VS, PORT, '80', /without quotes: 80/],
  [VS, PORT, 'http', /whole number/],
  ['Service', 'spec.ports[].targetPort', 0, /1 to 65535/],
  ['Service', 'spec.ports[].targetPort', 'Http', /name of a port/],
  ['Service', 'spec.ports[].targetPort', '8080', /name of a port/],
  ['Service', 'spec.ports[].targetPort', 'a-name-that-is-too-long', /15/],
  [VS, 'spec.http[].fault.abort.percentage.value', 0.00001, /0\.0001/],
  [VS, 'spec.http[].fault.abort.percentage.value', 101, /0 to 100/],
  [VS, 'spec.http[].fault.abort.percentage.value', '10%', /A number/],
  [VS, 'spec.http[].fault.abort.httpStatus', 199, /200 to 599/],
  [VS, 'spec.http[].redirect.redirectCode', 304, /301, 302, 303, 307 or 308/],
  [VS, 'spec.http[].retries.retryOn', '5xx, reset', /no spaces/],
  [VS, 'spec.http[].retries.retryOn', '5xx,timeout', /"timeout" is no condition/],
  [VS, 'spec.http[].retries.attempts', -1, /less than 0/],
  [VS, 'spec.http[].route[].weight', -1, /less than 0/],
  [VS, REGEX, '(', /"\(" has no "\)"/],
  [VS, REGEX, '*', /nothing in front of it to repeat/],
  [VS, REGEX, '/a(?=b)', /looks ahead/],
  [VS, REGEX, '', /missing/],
  [VS, REGEX, 'ä'.repeat(513), /1024 bytes/],
  [VS, 'spec.gateways[]', 'infra/', /name of a Gateway/],
  [VS, 'spec.gateways[]', '', /name of a Gateway/],
  [VS, 'spec.exportTo[]', 'my_namespace', /no namespace/],
  [VS, 'spec.http[].corsPolicy.allowMethods[]', 'get', /no method/],
  [VS, 'spec.http[].match[].sourceNamespace', 'My', /cannot be a namespace/],
  [VS, 'spec.http[].headers.request.remove[]', 'x header', /name of a header/],
  ['Gateway', 'spec.servers[].tls.mode', 'SIMPL', /PASSTHROUGH/],
  ['Gateway', 'spec.servers[].tls.httpsRedirect', 'true', /true or false/],
  ['Gateway', 'spec.servers[].port.protocol', 'HTPS', /HTTPS/],
  ['Gateway', 'spec.servers[].port.protocol', '', /no protocol/],
  ['Gateway', 'spec.servers[].tls.credentialName', 'Shop cert', /name of a Secret/],
  ['Gateway', 'spec.servers[].tls.credentialName', 'https://certs', /name of a Secret/],
  ['Gateway', 'metadata.name', 'shop.public', /without|cannot be a name/],
  ['DestinationRule', 'spec.host', '10.1.2.3', /IP address/],
  ['DestinationRule', 'spec.subsets[].name', 'v1.2', /cannot be a name/],
  [VS, TIMEOUT, 5, /^"5" has no unit/],
  ['Gateway', 'spec.servers[].tls.mode', 1, /PASSTHROUGH/],
  ['DestinationRule', 'spec.subsets[].name', 1, /In quotes it is one: "1"/],
  ['ServiceEntry', 'spec.addresses[]', '10.0.0.0/33', /0 to 32/],
  ['ServiceEntry', 'spec.addresses[]', '10.0.0.256', /no IP address/],
  ['ServiceEntry', 'spec.addresses[]', '1:2:3', /no IP address/],
  ['ServiceEntry', 'spec.endpoints[].address', 'unix://app.sock', /whole path/],
  ['Service', 'metadata.name', '1cart', /begin with a letter/],
  ['Service', 'metadata.name', 'cart.v1', /name of a Service/],
  ['ConfigMap', 'metadata.name', 'Cart', /lower case/],
  ['ConfigMap', 'metadata.name', 'a'.repeat(254), /253/],
  ['Pod', 'metadata.labels{}', 'two words', /value of a label/],
  ['Pod', 'metadata.labels{}', true, /In quotes it is one: "true"/],
  ['Deployment', 'spec.template.spec.containers[].resources.limits{}', '1 GB', /no amount/],
  ['RequestAuthentication', 'spec.jwtRules[].jwksUri', 'example.com/keys', /https:/],
  [VS, 'spec.hosts', 'shop.example.com', /A list/],
  [VS, 'spec.http[].route[].destination', 'cart', /Fields/],
  [VS, 'spec.http[].route[].destination', ['cart'], /Fields/],
  [VS, TIMEOUT, ['5s'], /single value/],
  ['ServiceEntry', 'spec.hosts', [], /at least one entry/],
  ['ServiceEntry', 'spec.hosts', new Array(257).fill('a.b'), /256 entries at most/],
  ['ServiceEntry', 'spec.endpoints[].weight', 2 ** 32, /4294967295 at most/],
];

describe('the value of a field', () => {
  test.each(GOOD)('[S10] %s %s takes %j', (kind, path, value) => {
    expect(checkValue(fieldOf(kind, path), value, checkRegex)).toBeNull();
  });

  test.each(BAD)('[S10] %s %s refuses %j', (kind, path, value, reason) => {
    expect(checkValue(fieldOf(kind, path), value, checkRegex)?.reason).toMatch(reason);
  });

  test.each<readonly [...Row, instead: readonly unknown[]]>([
    [VS, PORT, '80', [80]],
    ['Gateway', 'spec.servers[].tls.mode', 'SIMPL', ['SIMPLE']],
    ['Gateway', 'spec.servers[].tls.mode', 'passthrough', ['PASSTHROUGH']],
    ['Gateway', 'spec.servers[].tls.httpsRedirect', 'yes', [true]],
    ['Gateway', 'spec.servers[].port.protocol', 'HTPS', ['HTTPS']],
    ['DestinationRule', 'spec.subsets[].name', 2, ['2']],
    ['Service', 'spec.type', 'Loadbalancer', ['LoadBalancer']],
    [VS, TIMEOUT, 'soon', []],
  ])('[S11] %s %s: for %j there is %j', (kind, path, value, instead) => {
    expect(checkValue(fieldOf(kind, path), value)?.instead).toEqual(instead);
  });

  test('[S11] the value of a Secret is in no reason', () => {
    const shown = [
      checkValue(fieldOf('Secret', 'data{}'), 'pass word!'),
      checkValue(fieldOf('Secret', 'data{}'), 1234),
      checkValue(fieldOf('Secret', 'stringData{}'), 1234),
    ];
    for (const one of shown) {
      expect(one?.reason).not.toMatch(/pass|1234/);
      expect(one?.instead).toEqual([]);
    }
  });

  test('[S11] a long value is cut in the reason, and takes no long time', () => {
    const field = fieldOf(VS, HOST);
    expect(checkValue(field, `${'a'.repeat(100)}_.com`)?.reason.length).toBeLessThan(400);
    const started = performance.now();
    for (const path of [TIMEOUT, HOST, REGEX, 'spec.exportTo[]', 'spec.gateways[]']) {
      checkValue(fieldOf(VS, path), 'a'.repeat(1_000_000), checkRegex);
    }
    expect(performance.now() - started).toBeLessThan(2000);
  });

  test('[S13] a regular expression is left alone until its check is there', () => {
    expect(checkValue(fieldOf(VS, REGEX), '(')).toBeNull();
  });
});

describe('the key of a map', () => {
  test.each([
    ['Pod', 'metadata.labels', 'app.kubernetes.io/name'],
    ['Pod', 'metadata.annotations', 'sidecar.istio.io/inject'],
    [VS, 'spec.http[].match[].headers', 'x-user'],
    [VS, 'spec.http[].match[].headers', '@request.auth.claims.group'],
    [VS, 'spec.http[].match[].headers', ':authority'],
    [VS, 'spec.http[].match[].queryParams', 'any thing'],
    ['Secret', 'data', 'tls.crt'],
  ])('[S12] %s %s takes %j', (kind, path, key) => {
    expect(checkKey(fieldOf(kind, path), key)).toBeNull();
  });

  test.each<readonly [string, string, string, RegExp]>([
    ['Pod', 'metadata.labels', 'my app', /letters, digits/],
    ['Pod', 'metadata.labels', 'Example.com/app', /DNS name/],
    ['Pod', 'metadata.labels', '', /letters, digits/],
    [VS, 'spec.http[].match[].headers', 'x user', /name of a header/],
    [VS, 'spec.http[].headers.request.set', '', /missing/],
    ['Secret', 'data', 'tls/crt', /cannot be a key/],
  ])('[S12] %s %s refuses %j', (kind, path, key, reason) => {
    expect(checkKey(fieldOf(kind, path), key)?.reason).toMatch(reason);
  });
});
