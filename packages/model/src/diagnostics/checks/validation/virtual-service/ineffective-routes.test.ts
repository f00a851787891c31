import { describe, expect, test } from 'vitest';
import { findDiagnostics, placeOf } from '../../../../../test/support/find-diagnostics.ts';

const TO = 'route: [{destination: {host: cart}}]';

function said(routes: string, protocol = 'http'): readonly string[] {
  const text = `apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: shop}\nspec: {hosts: [a.com], ${protocol}: [${routes}]}\n`;
  return findDiagnostics(text, ['IST0130', 'IST0131']).map(
    (one) => `${placeOf(one)}: ${one.istioMessage?.replace('VirtualService rule ', '')}`,
  );
}

describe('[A53] routes that no request reaches, as Istio finds them', () => {
  test.each([
    [
      'different prefixes',
      `{match: [{uri: {prefix: /a}}], ${TO}}, {match: [{uri: {prefix: /b}}], ${TO}}, {${TO}}`,
    ],
    [
      'the longer prefix first',
      `{match: [{uri: {prefix: /ab}}], ${TO}}, {match: [{uri: {prefix: /a}}], ${TO}}`,
    ],
    [
      'an exact path behind a prefix, which Istio does not see',
      `{match: [{uri: {prefix: /}}], ${TO}}, {match: [{uri: {exact: /a}}], ${TO}}`,
    ],
    [
      'fewer headers before more, which Istio does not see',
      `{match: [{uri: {prefix: /}}], ${TO}}, {match: [{uri: {prefix: /a}, headers: {x: {exact: y}}}], ${TO}}`,
    ],
    [
      'another port',
      `{match: [{uri: {prefix: /}, port: 80}], ${TO}}, {match: [{uri: {prefix: /a}, port: 81}], ${TO}}`,
    ],
  ])('nothing about %s', (_what, routes) => {
    expect(said(routes)).toEqual([]);
  });

  test.each([
    [
      `{${TO}}, {name: last, ${TO}}`,
      ['spec.http[1]: "last" not used (only the last rule can have no matches).'],
    ],
    [
      `{${TO}}, {match: [{port: 80}, {port: 81}], ${TO}}`,
      ['spec.http[1]: #1 not used (route without matches defined before).'],
    ],
    [
      `{match: [{name: one, port: 80}], ${TO}}, {match: [{port: 80}, {port: 81}], ${TO}}`,
      ['spec.http[1].match[0]: #1 match #0 is not used (duplicate/overlapping match in rule #0).'],
    ],
    [
      `{match: [{port: 80}], ${TO}}, {match: [{port: 80, ignoreUriCase: false}], ${TO}}`,
      [
        'spec.http[1]: #1 not used (all matches used by prior rules).',
        'spec.http[1].match[0]: #1 match #0 is not used (duplicate/overlapping match in rule #0).',
      ],
    ],
    [
      `{name: a, match: [{uri: {prefix: /}}], ${TO}}, {match: [{name: b, uri: {prefix: /x}}], ${TO}}`,
      [
        'spec.http[1].match[0]: #1 match "b" of prefix /x is not used (duplicate/overlapping match in rule #0 of prefix / on "a").',
      ],
    ],
  ])('%s', (routes, expected) => {
    expect(said(routes)).toEqual(expected);
  });

  test.each(['tcp', 'tls'])('%s routes have no names and are told by their number', (protocol) => {
    expect(
      said(`{name: x, match: [{port: 1}], ${TO}}, {match: [{port: 1}], ${TO}}`, protocol),
    ).toEqual([
      `spec.${protocol}[1]: #1 not used (all matches used by prior rules).`,
      `spec.${protocol}[1].match[0]: #1 match #0 is not used (duplicate/overlapping match in rule #0).`,
    ]);
  });
});
