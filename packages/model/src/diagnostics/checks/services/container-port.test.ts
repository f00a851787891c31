import { describe, expect, test } from 'vitest';
import { expectMarked } from '../../../../test/support/marked-findings.ts';

const service = (port: string) => `
apiVersion: v1
kind: Service
metadata: {name: cart}
spec:
  selector: {app: cart}
  ports: [{name: http, ${port}}]
`;

const deployment = (ports: string, app = 'cart') => `---
apiVersion: apps/v1
kind: Deployment
metadata: {name: ${app}}
spec:
  template:
    metadata: {labels: {app: ${app}}}
    spec: {containers: [{name: a, ports: [${ports}]}]}
`;

const PORT = '{containerPort: 8080, name: web}';

describe('[A145] the port to which a Service leads', () => {
  test('is one of a container of its pods', () => {
    for (const port of ['port: 80, targetPort: 8080', 'port: 80, targetPort: web', 'port: 8080'])
      expectMarked('KIA0701', service(port) + deployment(PORT));
    expect(
      expectMarked('KIA0701', service('port: 80, targetPort: «8081»') + deployment(PORT)),
    ).toMatchObject([{ severity: 'warning', related: [{ resource: 'Deployment/default/cart' }] }]);
    expectMarked('KIA0701', service('port: 80, targetPort: «http»') + deployment(PORT));
    expectMarked('KIA0701', service('port: «80»') + deployment(PORT));
  });

  test('may be any where a container names none, or none is selected', () => {
    expectMarked('KIA0701', service('port: 80') + deployment(''));
    expectMarked('KIA0701', service('port: 80') + deployment(PORT, 'pay'));
  });
});

describe('[A146] appProtocol', () => {
  test('is a protocol and nothing else', () => {
    expectMarked('KIA0602', service('port: 80, appProtocol: «http-web»'));
    for (const name of ['http', 'grpc-web', 'kubernetes.io/ws', 'mqtt'])
      expectMarked('KIA0602', service(`port: 80, appProtocol: ${name}`));
  });
});
