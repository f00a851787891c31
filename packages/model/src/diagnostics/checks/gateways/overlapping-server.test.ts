import { describe, expect, test } from 'vitest';
import { expectMarked } from '../../../../test/support/marked-findings.ts';

const server = (host: string, port = '443') =>
  `{port: {number: ${port}, name: p${port}, protocol: HTTPS}, hosts: [${host}]}`;

const gateway = (name: string, servers: readonly string[], selector = 'ingressgateway') => `---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: ${name}}
spec:
  selector: {istio: ${selector}}
  servers: [${servers.join(', ')}]
`;

describe('[A144] hosts of servers on one port', () => {
  test('are said once where they are equal', () => {
    expect(
      expectMarked('KIA0301', gateway('a', [server('«x.com»'), server('«X.com»')])),
    ).toMatchObject([
      { severity: 'warning', related: [{ resource: 'Gateway/default/a' }] },
      { severity: 'warning' },
    ]);
    const inTwo = (host: string) => gateway('a', [server('x.com')]) + gateway('b', [server(host)]);
    expectMarked('KIA0301', inTwo('x.com'));
    expectMarked('IST0145', inTwo('«x.com»').replace('[x.com]', '[«x.com»]'));
    expectMarked('KIA0301', inTwo('«default/x.com»').replace('[x.com]', '[«x.com»]'));
  });

  test('are noted where a wildcard is over one', () => {
    expect(
      expectMarked(
        'KIA0301',
        gateway('a', [server('«"*.x.com"»')]) + gateway('b', [server('«a.x.com»')]),
      ),
    ).toMatchObject([{ severity: 'info' }, { severity: 'info' }]);
    expectMarked('KIA0301', gateway('a', [server('«"*"»'), server('«a.x.com»')]));
    expectMarked('KIA0301', gateway('a', [server('"*.x.com"'), server('"*.a.x.com"')]));
  });

  test('are apart by port, selector and namespace', () => {
    expectMarked('KIA0301', gateway('a', [server('x.com'), server('x.com', '8443')]));
    expectMarked(
      'KIA0301',
      gateway('a', [server('X.com')]) + gateway('b', [server('x.com')], 'other'),
    );
    expectMarked('KIA0301', gateway('a', [server('near/x.com'), server('far/x.com')]));
  });
});
