import { describe, expect, test } from 'vitest';
import { expectMarked } from '../../../../test/support/marked-findings.ts';

const match = (headers: string): string => `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: shop}
spec:
  hosts: [shop.example.com]
  http:
    - match: [{headers: {${headers}}}]
      route: [{destination: {host: web}}]
`;

describe('[A34] a header in a match', () => {
  test('is no part of the request that has a field of its own', () => {
    const [finding] = expectMarked('PTL227', match('«method»: {exact: GET}, x-user: {}'));
    expect(finding?.severity).toBe('warning');
  });

  test('is hardly the host', () => {
    const [finding] = expectMarked('PTL227', match('«Host»: {exact: shop.example.com}'));
    expect(finding).toMatchObject({ severity: 'info', data: { field: 'authority' } });
  });

  test('is any other', () => {
    expectMarked('PTL227', match('x-host: {exact: a}, ":method": {exact: GET}'));
  });
});
