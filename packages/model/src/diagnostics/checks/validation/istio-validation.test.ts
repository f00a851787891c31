import { expect, test } from 'vitest';
import { buildSnapshot } from '../../../snapshot.ts';
import { diagnoseSnapshot } from '../../../snapshot-diagnoser.ts';
import { listDiagnostics } from '../../../snapshot-diagnosis.ts';

test('[A51] a warning that Istio loses on its way has a code of its own', () => {
  const text = `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: cart}
spec:
  host: cart
  subsets:
    - name: v1
      labels: {version: v1}
      trafficPolicy: {outlierDetection: {consecutiveErrors: 5}}
`;
  const found = listDiagnostics(diagnoseSnapshot(buildSnapshot(text)));
  expect(found.filter(({ code }) => code === 'PTL160')).toEqual([
    expect.objectContaining({
      istioMessage: null,
      place: {
        path: ['spec', 'subsets', 0, 'trafficPolicy', 'outlierDetection', 'consecutiveErrors'],
        part: 'key',
      },
    }),
  ]);
  expect(found.filter(({ code }) => code === 'IST0133')).toEqual([]);
});
