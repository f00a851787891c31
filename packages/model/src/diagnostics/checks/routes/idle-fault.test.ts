import { describe, test } from 'vitest';
import { expectMarked } from '../../../../test/support/marked-findings.ts';

const fault = (text: string): string => `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: shop}
spec:
  hosts: [shop.example.com]
  http:
    - fault: {${text}}
      route: [{destination: {host: web}}]
`;

describe('[A35] a fault', () => {
  test('without a percentage is for no request', () => {
    expectMarked('PTL228', fault('«abort»: {httpStatus: 500}, «delay»: {fixedDelay: 1s}'));
  });

  test('with one is for some, also in the old form', () => {
    expectMarked(
      'PTL228',
      fault(
        'delay: {fixedDelay: 1s, percent: 10}, abort: {httpStatus: 500, percentage: {value: 10}}',
      ),
    );
  });
});
