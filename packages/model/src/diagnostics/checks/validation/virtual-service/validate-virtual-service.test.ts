import { describe, expect, test } from 'vitest';
import { validationOf } from '../../../../../test/support/find-diagnostics.ts';
import { loadSchema } from '../../../load-schema.ts';

const schema = await loadSchema();

function virtualService(spec: string): string {
  return `apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: shop}\nspec: ${spec}\n`;
}

/** A route for HTTP of a VirtualService that is fine otherwise. */
function withRoute(route: string): string {
  return virtualService(`{hosts: [shop.example.com], http: [${route}]}`);
}

const TO = 'route: [{destination: {host: cart}}]';

describe("Istio's validation of a VirtualService (IST0106, IST0133, PTL160)", () => {
  test('[A50] says nothing of one that Istio takes', () => {
    const routes = [
      `{name: a, match: [{uri: {prefix: ""}, headers: {x-user: {exact: a}, "@request.auth.claims.group": {exact: b}, ":method": {exact: GET}}, withoutHeaders: {x: {regex: "*"}}, method: {regex: "GET|POST"}, port: 80, gateways: [istio-system/public]}], ${TO}, timeout: 5s, retries: {attempts: 3, perTryTimeout: 2s, retryOn: "5xx,reset,503"}}`,
      '{route: [{destination: {host: cart, subset: v1, port: {number: 80}}, weight: 10}, {destination: {host: cart.prod.svc.cluster.local}, weight: 20}]}',
      '{redirect: {uri: /new, redirectCode: 301, scheme: https}}',
      '{directResponse: {status: 503, body: {string: closed}}}',
      '{delegate: {name: other}}',
      `{corsPolicy: {allowOrigins: [{exact: https://a.com}], allowMethods: [GET, "*"], maxAge: 24h}, fault: {delay: {fixedDelay: 5s, percentage: {value: 0.1}}, abort: {httpStatus: 500}}, rewrite: {uri: /x}, headers: {request: {set: {x-a: "%REQ(host)% 100%%"}, remove: [x-b]}}, ${TO}}`,
    ];
    const spec = `{hosts: ["*.example.com", 10.0.0.1], gateways: [istio-system/public], exportTo: ["."], http: [${routes.join(', ')}], tls: [{match: [{sniHosts: [a.example.com], port: 443}], ${TO}}], tcp: [{${TO}}]}`;
    expect(validationOf(virtualService(spec), schema)).toEqual([]);
  });

  test.each([
    [
      '{hosts: [a.com]}',
      'spec <{hosts: [a.com]}>',
      'http, tcp or tls must be provided in virtual service',
    ],
    [
      `{hosts: [a.com, a.com], http: [{${TO}}]}`,
      'spec.hosts[1] <a.com>',
      'duplicate hosts in virtual service: a.com & a.com',
    ],
    [
      `{hosts: ["*.a.com", b.a.com], gateways: [g], http: [{${TO}}]}`,
      'spec.hosts[1] <b.a.com>',
      'duplicate hosts in virtual service: *.a.com & b.a.com',
    ],
    [
      `{hosts: ["*"], http: [{${TO}}]}`,
      'spec.hosts[0] <"*">',
      'wildcard host * is not allowed for virtual services bound to the mesh gateway',
    ],
    [
      `{hosts: ["a_b.com"], http: [{${TO}}]}`,
      'spec.hosts[0] <"a_b.com">',
      'domain name "a_b.com" invalid (label "a_b" invalid)',
    ],
    [
      `{gateways: [g], http: [{${TO}}]}`,
      'spec.gateways <[g]>',
      'delegate virtual service must have no gateways specified',
    ],
    [
      `{http: [{delegate: {name: x}, ${TO}}]}`,
      'spec.http[0].delegate <{name: x}>',
      'delegate HTTP route cannot contain delegate',
    ],
    [
      `{hosts: [a.com], gateways: [a/b/c], http: [{${TO}}]}`,
      'spec.gateways[0] <a/b/c>',
      'invalid value for gateway name: "b/c"',
    ],
    [
      `{hosts: [a.com], exportTo: [a, "*"], http: [{${TO}}]}`,
      'spec.exportTo <[a, "*"]>',
      'cannot have both public (*) and non-public exportTo values for a resource',
    ],
    [
      `{hosts: [a.com], exportTo: ["~"], http: [{${TO}}]}`,
      'spec.exportTo[0] <"~">',
      'exportTo ~ (none) is not allowed for Istio configuration objects',
    ],
    [
      `{hosts: [a.com], exportTo: [".", default], http: [{${TO}}]}`,
      'spec.exportTo[1] <default>',
      'duplicate entries in exportTo for entry default',
    ],
    [
      `{hosts: [a.com], http: [{match: [{headers: {"@request.auth.claims.x": {exact: a}}}], ${TO}}]}`,
      'spec.http[0].match[0].headers["@request.auth.claims.x"] key <"@request.auth.claims.x">',
      'JWT claim based routing (key: @request.auth.claims.x) is only supported for gateway, found no gateways: []',
    ],
    [
      `{hosts: [a.com], tls: [{${TO}}]}`,
      `spec.tls[0].match <{${TO}}>`,
      'TLS route must have at least one match condition',
    ],
    [
      `{hosts: [a.com], tls: [{match: [{port: 443}], ${TO}}]}`,
      'spec.tls[0].match[0].sniHosts <{port: 443}>',
      'TLS match must have at least one SNI host',
    ],
    [
      `{hosts: [a.com, c.com], tls: [{match: [{sniHosts: [b.com]}], ${TO}}]}`,
      'spec.tls[0].match[0].sniHosts[0] <b.com>',
      'SNI host "b.com" is not a compatible subset of any of the virtual service hosts: [a.com, c.com]',
    ],
    [
      '{hosts: [a.com], tls: [{match: [{sniHosts: [a.com]}]}]}',
      'spec.tls[0].route <{match: [{sniHosts: [a.com]}]}>',
      'TLS route is required',
    ],
    [
      '{hosts: [a.com], tcp: [{match: [{port: 1}]}]}',
      'spec.tcp[0].route <{match: [{port: 1}]}>',
      'TCP route is required',
    ],
    [
      `{hosts: [a.com], tcp: [{match: [{destinationSubnets: [10.0.0.0/99]}], ${TO}}]}`,
      'spec.tcp[0].match[0].destinationSubnets[0] <10.0.0.0/99>',
      '10.0.0.0/99 is not a valid CIDR block',
    ],
  ])('[A50] refuses %s', (spec, place, istio) => {
    expect(validationOf(virtualService(spec), schema)).toEqual([`${place}: error: ${istio}`]);
  });

  test.each([
    [
      '{match: [{port: 1}]}',
      '.route <{match: [{port: 1}]}>',
      'HTTP route, redirect or direct_response is required',
    ],
    [
      `{name: r, delegate: {name: x}, ${TO}}`,
      '.route <[{destination: {host: cart}}]>',
      'root HTTP route r must not specify route',
    ],
    [
      `{redirect: {uri: /a}, ${TO}}`,
      '.route <[{destination: {host: cart}}]>',
      'HTTP route cannot contain both route and redirect',
    ],
    [
      '{directResponse: {status: 200}, rewrite: {uri: /}}',
      '.rewrite <{uri: /}>',
      'HTTP route rule cannot contain both rewrite and direct_response',
    ],
    [
      `{mirror: {host: a}, mirrors: [{destination: {host: b}}], ${TO}}`,
      '.mirror <{host: a}>',
      'HTTP route cannot contain both mirror and mirrors',
    ],
    [
      `{match: [{uri: {regex: "("}}], ${TO}}`,
      '.match[0].uri.regex <"(">',
      '"uri": error parsing regexp: missing closing ): `(`; Istio uses RE2 style regex-based match (https://github.com/google/re2/wiki/Syntax)',
    ],
    [
      `{match: [{scheme: {prefix: ""}}], ${TO}}`,
      '.match[0].scheme.prefix <"">',
      '"scheme": prefix string match should not be empty',
    ],
    [
      `{match: [{headers: {a b: {exact: c}}}], ${TO}}`,
      '.match[0].headers["a b"] key <a b>',
      'header name a b is not a valid header name',
    ],
    [
      `{match: [{headers: {a: }}], ${TO}}`,
      '.match[0].headers.a key <a>',
      'header match a cannot be null',
    ],
    [
      `{match: [{sourceLabels: {a: "b c"}}], ${TO}}`,
      '.match[0].sourceLabels.a <"b c">',
      'invalid tag value: "b c"',
    ],
    [
      `{match: [{sourceNamespace: a.b}], ${TO}}`,
      '.match[0].sourceNamespace <a.b>',
      'sourceNamespace match a.b is invalid',
    ],
    [
      `{headers: {response: {set: {host: a}}}, ${TO}}`,
      '.headers.response.set.host key <host>',
      'invalid header "host": cannot set Host header',
    ],
    [
      `{headers: {request: {add: {":path": a}}}, ${TO}}`,
      '.headers.request.add[":path"] key <":path">',
      'invalid header ":path": header cannot have ":" prefix',
    ],
    [
      `{headers: {request: {set: {a: "50%"}}}, ${TO}}`,
      '.headers.request.set.a <"50%">',
      'header value configuration: invalid header configuration. Un-escaped %',
    ],
    [
      `{headers: {request: {set: {a: "%X(b"}}}, ${TO}}`,
      '.headers.request.set.a <"%X(b">',
      "header value configuration: invalid header configuration. Un-terminated variable expression '%X(b'",
    ],
    [
      `{rewrite: {authority: a.com}, headers: {request: {set: {Host: b.com}}}, ${TO}}`,
      '.headers.request.set.Host <b.com>',
      'authority header cannot be set multiple times: have "a.com", attempting to set "b.com"',
    ],
    [
      `{corsPolicy: {allowOrigins: [{}]}, ${TO}}`,
      '.corsPolicy.allowOrigins[0] <{}>',
      "'' is not a valid match type for CORS allow origins",
    ],
    [
      `{corsPolicy: {allowMethods: [get]}, ${TO}}`,
      '.corsPolicy.allowMethods[0] <get>',
      '"get" is not a supported HTTP method',
    ],
    [
      `{corsPolicy: {maxAge: 1500ms}, ${TO}}`,
      '.corsPolicy.maxAge <1500ms>',
      'max_age duration is accurate only to seconds precision',
    ],
    [`{fault: {}, ${TO}}`, '.fault <{}>', 'HTTP fault injection must have an abort and/or a delay'],
    [
      `{fault: {abort: {httpStatus: 700}}, ${TO}}`,
      '.fault.abort.httpStatus <700>',
      'HTTP status 700 is not in range 200-599',
    ],
    [
      `{fault: {delay: {fixedDelay: 1s, percentage: {value: 101}}}, ${TO}}`,
      '.fault.delay.percentage.value <101>',
      'percentage 101 is neither 0.0, nor in range [0.0001, 100.0]',
    ],
    [
      `{fault: {delay: {fixedDelay: 1us}}, ${TO}}`,
      '.fault.delay.fixedDelay <1us>',
      'duration must be greater than 1ms',
    ],
    [
      `{mirror: {host: a}, mirrorPercentage: {value: 101}, ${TO}}`,
      '.mirrorPercentage.value <101>',
      'mirror_percentage must have a max value of 100 (it has 101.000000)',
    ],
    [
      '{redirect: {redirectCode: 301}}',
      '.redirect <{redirectCode: 301}>',
      'redirect must specify URI, authority, scheme, or port',
    ],
    [
      '{redirect: {uri: /a, prefixRewrite: /b}}',
      '.redirect.prefixRewrite </b>',
      'redirect may only specify one of uri or prefix_rewrite',
    ],
    [
      '{match: [{uri: {prefix: /a}}, {uri: {exact: /b}}], redirect: {prefixRewrite: /c}}',
      '.match[1].uri <{exact: /b}>',
      'redirect prefix_rewrite requires all URI matches to use prefix match type',
    ],
    [
      '{redirect: {uri: /a, redirectCode: 200, scheme: ftp}}',
      '.redirect.redirectCode <200>',
      '200 is not a valid redirect code, must be 3xx',
    ],
    [
      `{retries: {attempts: 0, retryOn: 5xx}, ${TO}}`,
      '.retries.attempts <0>',
      'http retry policy configured when attempts are set to 0 (disabled)',
    ],
    [
      `{retries: {attempts: 1, retryOn: "5xx, reset"}, ${TO}}`,
      '.retries.retryOn <"5xx, reset">',
      '" reset" is not a valid retryOn policy',
    ],
    [
      `{rewrite: {}, ${TO}}`,
      '.rewrite <{}>',
      'rewrite must specify at least one of URI, UriRegexRewrite, or authority. Only one of URI or UriRegexRewrite may be specified',
    ],
    [
      `{rewrite: {uriRegexRewrite: {match: a}}, ${TO}}`,
      '.rewrite.uriRegexRewrite <{match: a}>',
      'UriRegexRewrite requires both Rewrite and Match fields to be specified',
    ],
    ['{route: [{weight: 1}]}', '.route[0].destination <{weight: 1}>', 'destination is required'],
    [
      '{route: [{destination: {host: "*"}}]}',
      '.route[0].destination.host <"*">',
      'invalid destination host *',
    ],
    [
      '{route: [{destination: {host: a, subset: v.1}}]}',
      '.route[0].destination.subset <v.1>',
      'subset name is invalid: v.1',
    ],
    [
      '{route: [{destination: {host: a, port: {number: 0}}}]}',
      '.route[0].destination.port.number <0>',
      'port number 0 must be in the range 1..65535',
    ],
    [
      '{route: [{destination: {host: a}}, {destination: {host: b}, weight: 0}]}',
      '.route <[{destination: {host: a}}, {destination: {host: b}, weight: 0}]>',
      'total destination weight = 0',
    ],
    ['{route: [{destination: {host: a}, weight: -1}]}', '.route[0].weight <-1>', 'weight -1 < 0'],
    [
      `{retries: {attempts: 1, backoff: 0s}, ${TO}}`,
      '.retries.backoff <0s>',
      'duration must be greater than 1ms',
    ],
    [`{timeout: 0s, ${TO}}`, '.timeout <0s>', 'duration must be greater than 1ms'],
  ])('[A50] refuses the route %s', (route, place, istio) => {
    expect(validationOf(withRoute(route), schema)).toEqual([
      `spec.http[0]${place}: error: ${istio}`,
    ]);
  });

  test.each([
    [
      `{hosts: [a.com], gateways: [g.ns.svc.cluster.local], http: [{${TO}}]}`,
      'spec.gateways[0] <g.ns.svc.cluster.local>: warning: using legacy gatewayName format "g.ns.svc.cluster.local"; prefer the <namespace>/<name> format: "ns/g"',
    ],
    [
      `{hosts: [a.com], http: [{mirrorPercent: 5, ${TO}}]}`,
      'spec.http[0].mirrorPercent key <mirrorPercent>: warning: using deprecated setting "mirrorPercent", use "mirrorPercentage" instead',
    ],
    [
      `{hosts: [a.com], tls: [{match: [{sniHosts: [10.0.0.1]}], ${TO}}]}`,
      'spec.tls[0].match[0].sniHosts[0] <10.0.0.1>: warning: using an IP address ("10.0.0.1") goes against SNI spec and most clients do not support this',
    ],
    [
      `{hosts: [a.com], http: [{match: [{gateways: [g.ns]}], ${TO}}]}`,
      'spec.http[0].match[0].gateways[0] <g.ns>: lost',
    ],
    [
      `{hosts: [a.com], http: [{fault: {abort: {percentage: {value: 1}}}, ${TO}}]}`,
      'spec.http[0].fault.abort <{percentage: {value: 1}}>: lost',
    ],
  ])('[A50] [A51] warns of %s', (spec, expected) => {
    expect(validationOf(virtualService(spec), schema)).toEqual([expected]);
  });

  test('[A50] a regular expression is not looked at before RE2 is loaded', () => {
    expect(validationOf(withRoute(`{match: [{uri: {regex: "("}}], ${TO}}`))).toEqual([]);
  });

  test('[A52] what cannot be read is not judged', () => {
    const route = `{match: [{port: x, uri: {prefix: {}}, scheme: {prefix: 5}}], timeout: soon, retries: {attempts: many}, ${TO}}`;
    expect(validationOf(withRoute(route), schema)).toEqual([]);
  });
});
