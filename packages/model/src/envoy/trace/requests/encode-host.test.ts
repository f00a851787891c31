import { domainToASCII } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RUNS } from '../../../../test/support/runs.ts';
import { encodeHost } from './encode-host.ts';

test.each([
  ['bücher.example', 'xn--bcher-kva.example'],
  ['日本語.jp', 'xn--wgv71a119e.jp'],
  ['MÜNCHEN.de', 'xn--mnchen-3ya.de'],
  ['i❤.ws', 'xn--i-7iq.ws'],
  ['shop.example.com', 'shop.example.com'],
  ['SHOP.example.com', 'SHOP.example.com'],
  ['[::1]', '[::1]'],
])('[V30] %s is sent as %s', (host, sent) => {
  expect(encodeHost(host)).toBe(sent);
});

test('[V30] hosts are encoded as the platform does it', () => {
  const letters = fc.constantFrom(...'abz09äößéñжя日本語한'.normalize('NFC'));
  const label = fc.array(letters, { minLength: 1, maxLength: 12 }).map((all) => all.join(''));
  fc.assert(
    fc.property(label, (text) => {
      const expected = domainToASCII(`${text}.example`);
      expect(encodeHost(`${text}.example`)).toBe(expected);
    }),
    { numRuns: RUNS },
  );
});
