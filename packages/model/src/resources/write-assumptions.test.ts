import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Assumptions, DEFAULT_ASSUMPTIONS } from './assumptions.ts';
import { parseAssumptions } from './read-assumptions.ts';
import { writeAssumptions } from './write-assumptions.ts';

test('[R8] the defaults are written with every field', () => {
  expect(writeAssumptions(DEFAULT_ASSUMPTIONS)).toBe(`defaultNamespace: default
clusterDomain: cluster.local
gateways:
  - name: istio-ingressgateway
    namespace: istio-system
    labels: { app: istio-ingressgateway, istio: ingressgateway }
    service:
      type: LoadBalancer
      ports:
        - { port: 80, targetPort: 8080 }
        - { port: 443, targetPort: 8443 }
    tlsTerminatedInFront: false
externalHosts: []
foreignNamespaces: []
secrets: []
muted: []
`);
});

const texts = fc.array(fc.string({ unit: 'grapheme', maxLength: 12 }), { maxLength: 4 });
const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
const port = fc.integer({ min: 1, max: 65_535 });

const assumptions: fc.Arbitrary<Assumptions> = fc.record({
  defaultNamespace: name,
  clusterDomain: fc.string({ unit: 'grapheme', maxLength: 12 }),
  gateways: fc.array(
    fc.record({
      name,
      namespace: name,
      labels: fc.dictionary(name, fc.string({ maxLength: 8 }), { noNullPrototype: true }),
      service: fc.option(
        fc.record({
          type: name,
          ports: fc.array(fc.record({ port, targetPort: port }), { maxLength: 3 }),
        }),
      ),
      tlsTerminatedInFront: fc.boolean(),
    }),
    { maxLength: 3 },
  ),
  externalHosts: texts,
  foreignNamespaces: texts,
  secrets: texts,
  muted: texts,
});

test('[R8] whatever is assumed, read again it is the same', () => {
  fc.assert(
    fc.property(assumptions, (one) => {
      expect(parseAssumptions(writeAssumptions(one))).toEqual({ ok: true, assumptions: one });
    }),
  );
});

test.each([
  ['', DEFAULT_ASSUMPTIONS],
  ['# nothing yet\n', DEFAULT_ASSUMPTIONS],
  ['{"secrets": ["a/b"]}', { ...DEFAULT_ASSUMPTIONS, secrets: ['a/b'] }],
])('[R8] %j is read, and what is left out has its default', (text, expected) => {
  expect(parseAssumptions(text)).toEqual({ ok: true, assumptions: expected });
});

test.each([
  ['gateways: [', /not YAML or JSON/],
  ['secrets: []\n---\nsecrets: []\n', /several documents/],
  ['secret: [a/b]', /secret is not known/],
  ['- a', /mapping of fields/],
])('[R8] %j is refused with a reason', (text, reason) => {
  const read = parseAssumptions(text);
  expect(read.ok ? '' : read.problems.join(' ')).toMatch(reason);
});
