import { buildSnapshot } from '@portolan/model';
import { describe, expect, test } from 'vitest';
import { nameAt } from './name-at.ts';

const TEXT = `about: nothing
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: shop
---
apiVersion: v1
kind: Service
metadata:
  name: cart
`;

describe('what a place of the text belongs to', () => {
  const nameOf = (from: string, to: string = from) => {
    const start = TEXT.indexOf(from);
    const end = TEXT.indexOf(to) + to.length;
    return nameAt(buildSnapshot(TEXT), { start, end });
  };

  test('within a resource: kind and name', () => {
    expect(nameOf('name: shop')).toBe('VirtualService shop');
    expect(nameOf('kind: Service', 'name: cart')).toBe('Service cart');
  });

  test('over several resources: no one thing', () => {
    expect(nameOf('name: shop', 'name: cart')).toBeNull();
  });

  test('where there is no resource: nothing', () => {
    expect(nameOf('about nothing')).toBeNull();
  });
});
