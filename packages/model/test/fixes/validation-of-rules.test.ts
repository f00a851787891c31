import { describe } from 'vitest';
import { expectRows } from './expect-rows.ts';
import { istio } from './short-world.ts';

const rule = (policy: string) =>
  istio('DestinationRule', 'cart', `  host: cart\n  trafficPolicy:\n${policy}`);

describe('[A9] a DestinationRule that Istio refuses', () => {
  expectRows('IST0106', [
    [
      'Take trafficPolicy out',
      istio('DestinationRule', 'cart', '  host: cart\n  trafficPolicy: {}\n'),
      '  trafficPolicy: {}\n',
      '',
    ],
    [
      'Take connectionPool out',
      rule('    loadBalancer: { simple: RANDOM }\n    connectionPool: {}\n'),
      '    connectionPool: {}\n',
      '',
    ],
    [
      'Write protocol: CONNECT',
      rule('    tunnel: { protocol: connect, targetHost: a.example.com, targetPort: 443 }\n'),
      'connect,',
      'CONNECT,',
    ],
    [
      'Count local failures on their own',
      rule('    outlierDetection: { consecutiveLocalOriginFailures: 5 }\n'),
      'Failures: 5 }',
      'Failures: 5, splitExternalLocalOriginErrors: true }',
    ],
    [
      'Write maxEjectionPercent: 100',
      rule('    outlierDetection: { maxEjectionPercent: 150 }\n'),
      '150',
      '100',
    ],
    [
      'Write tableSize: 65537',
      rule(
        '    loadBalancer: { consistentHash: { httpHeaderName: x-a, maglev: { tableSize: 100 } } }\n',
      ),
      '100',
      '65537',
    ],
    [
      'Write minimumPercent: 100',
      rule(
        '    loadBalancer: { simple: RANDOM, warmup: { duration: 10s, minimumPercent: 150 } }\n',
      ),
      '150',
      '100',
    ],
    [
      'Write aggression: 1',
      rule('    loadBalancer: { simple: RANDOM, warmup: { duration: 10s, aggression: 0 } }\n'),
      'aggression: 0',
      'aggression: 1',
    ],
    [
      'Write duration: 60s',
      rule('    loadBalancer: { simple: RANDOM, warmup: { aggression: 1 } }\n'),
      '{ aggression: 1 }',
      '{ aggression: 1, duration: 60s }',
    ],
    [
      'Take subjectAltNames out',
      rule('    tls: { mode: SIMPLE, insecureSkipVerify: true, subjectAltNames: [a] }\n'),
      ', subjectAltNames: [a]',
      '',
    ],
    [
      'Share it out as 50 and 50',
      rule(
        '    outlierDetection: { interval: 1s }\n    loadBalancer:\n      localityLbSetting:\n        distribute:\n          - from: eu/a\n            to: { "eu/a": 60, "eu/b": 60 }\n',
      ),
      '"eu/a": 60, "eu/b": 60',
      '"eu/a": 50, "eu/b": 50',
    ],
    [
      'Write exportTo: [*]',
      istio('DestinationRule', 'cart', '  host: cart\n  exportTo: ["*", "."]\n'),
      '["*", "."]',
      '["*"]',
    ],
    [
      'Write .',
      istio('DestinationRule', 'cart', '  host: cart\n  exportTo: ["~"]\n'),
      '"~"',
      '"."',
    ],
    [
      'Write timeout: 10s',
      rule('    connectionPool: { http: { http2KeepAlive: { interval: 5s } } }\n'),
      '{ interval: 5s }',
      '{ interval: 5s, timeout: 10s }',
    ],
  ]);

  expectRows('IST0133', [
    [
      'Rename it to consecutiveGatewayErrors',
      rule('    outlierDetection: { consecutiveErrors: 5 }\n'),
      'consecutiveErrors',
      'consecutiveGatewayErrors',
    ],
    [
      'Write it as ringHash',
      rule('    loadBalancer: { consistentHash: { httpHeaderName: x-a, minimumRingSize: 64 } }\n'),
      'minimumRingSize: 64 }',
      'ringHash: { minimumRingSize: 64 } }',
    ],
    [
      'Add outlierDetection',
      rule(
        '    loadBalancer:\n      localityLbSetting:\n        failover: [{ from: eu, to: us }]\n',
      ),
      'failover: [{ from: eu, to: us }]\n',
      'failover: [{ from: eu, to: us }]\n    outlierDetection:\n      consecutive5xxErrors: 5\n      interval: 10s\n      baseEjectionTime: 30s\n',
    ],
  ]);
});

const entry = (
  more: string,
  hosts = '[www.example.com]',
  ports = '    - { number: 443, name: tls, protocol: TLS }\n',
) => istio('ServiceEntry', 'out', `  hosts: ${hosts}\n  ports:\n${ports}${more}`);

describe('[A9] a ServiceEntry or Sidecar that Istio refuses', () => {
  expectRows('IST0106', [
    [
      'Write resolution: STATIC',
      entry('  resolution: NONE\n  endpoints: [{ address: 10.1.2.3 }]\n'),
      'NONE',
      'STATIC',
    ],
    ['Write resolution: NONE', entry('  resolution: DNS\n', '["*.example.com"]'), 'DNS', 'NONE'],
    [
      'Write resolution: DNS',
      entry('  resolution: STATIC\n  endpoints: [{ address: a.example.com }]\n'),
      'STATIC',
      'DNS',
    ],
    [
      'Write resolution: DNS',
      entry(
        '  resolution: DNS_ROUND_ROBIN\n  endpoints: [{ address: 10.1.2.3 }, { address: 10.1.2.4 }]\n',
      ),
      'DNS_ROUND_ROBIN',
      'DNS',
    ],
    [
      'Take workloadSelector out',
      entry(
        '  resolution: STATIC\n  workloadSelector: { labels: { app: a } }\n  endpoints: [{ address: 10.1.2.3 }]\n',
      ),
      '  workloadSelector: { labels: { app: a } }\n',
      '',
    ],
    [
      'Write name: tls-444',
      entry(
        '  resolution: DNS\n',
        undefined,
        '    - { number: 443, name: tls, protocol: TLS }\n    - { number: 444, name: tls, protocol: TLS }\n',
      ),
      '444, name: tls',
      '444, name: tls-444',
    ],
    [
      'Rename it to tls',
      entry('  resolution: STATIC\n  endpoints: [{ address: 10.1.2.3, ports: { https: 443 } }]\n'),
      '{ https: 443 }',
      '{ tls: 443 }',
    ],
    [
      'Write protocol: TLS',
      entry('  resolution: DNS\n', undefined, '    - { number: 443, name: tls, protocol: TSL }\n'),
      'TSL',
      'TLS',
    ],
    [
      'Write */cart.shop.svc.cluster.local',
      istio('Sidecar', 'default', '  egress:\n    - hosts: [cart.shop.svc.cluster.local]\n'),
      '[cart.shop.svc.cluster.local]',
      '["*/cart.shop.svc.cluster.local"]',
    ],
    [
      'Write hosts: [./*, istio-system/*]',
      istio(
        'Sidecar',
        'default',
        '  egress:\n    - port: { number: 80, protocol: HTTP, name: http }\n',
      ),
      'name: http }\n',
      'name: http }\n      hosts:\n        - "./*"\n        - "istio-system/*"\n',
    ],
    [
      'Move it to the end',
      istio(
        'Sidecar',
        'default',
        '  egress:\n    - hosts: ["./*"]\n    - hosts: ["istio-system/*"]\n      port: { number: 80, protocol: HTTP, name: http }\n',
      ),
      '    - hosts: ["./*"]\n    - hosts: ["istio-system/*"]\n      port: { number: 80, protocol: HTTP, name: http }\n',
      '    - hosts: ["istio-system/*"]\n      port: { number: 80, protocol: HTTP, name: http }\n    - hosts: ["./*"]\n',
    ],
  ]);

  expectRows('IST0133', [
    [
      'Write resolution: STATIC',
      entry('  resolution: DNS\n  workloadSelector: { labels: { app: a } }\n'),
      'DNS',
      'STATIC',
    ],
    [
      'Take shop/* out',
      istio('Sidecar', 'default', '  egress:\n    - hosts: ["./*", "shop/*"]\n'),
      '["./*", "shop/*"]',
      '["./*"]',
    ],
  ]);
});
