import { expect, test } from 'vitest';
import { buildSnapshot } from '../snapshot.ts';
import { diagnoseSnapshot } from '../snapshot-diagnoser.ts';
import { listDiagnostics } from '../snapshot-diagnosis.ts';
import { isMuted, muteEntry, shownDiagnostics } from './shown-diagnostics.ts';

const TEXT = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: cart}
spec:
  hosts: [a.example.com]
  gateways: [nowhere]
`;

function findings() {
  const all = listDiagnostics(diagnoseSnapshot(buildSnapshot(TEXT)));
  return all.filter(({ code }) => code === 'IST0101' || code === 'IST0132');
}

test('[A6] what follows from another finding at the same place is not shown beside it', () => {
  expect(findings().map(({ code }) => code)).toEqual(['IST0101', 'IST0132']);
  expect(shownDiagnostics(findings(), []).map(({ code }) => code)).toEqual(['IST0101']);
  expect(shownDiagnostics(findings(), ['IST0101']).map(({ code }) => code)).toEqual(['IST0132']);
});

test('[A6] a code is muted everywhere, or for one resource', () => {
  const [first] = findings();
  if (first === undefined) throw new Error('the text has findings');
  expect(isMuted(first, ['IST0101'])).toBe(true);
  expect(isMuted(first, [muteEntry('IST0101', 'VirtualService/default/cart')])).toBe(true);
  expect(isMuted(first, [muteEntry('IST0101', 'VirtualService/default/pay')])).toBe(false);
  expect(isMuted(first, ['IST0132'])).toBe(false);
});
