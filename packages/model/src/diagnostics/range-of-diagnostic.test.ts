import { describe, expect, test } from 'vitest';
import { findDiagnostics, underlined } from '../../test/support/find-diagnostics.ts';

function gateway(spec: string): string {
  return `apiVersion: networking.istio.io/v1\nkind: Gateway\nmetadata:\n  name: a\n${spec}`;
}

function lines(text: string): readonly string[] {
  return findDiagnostics(text, ['IST0106']).map(underlined);
}

describe('[A61] what is underlined of what goes over several lines', () => {
  test('is its key, or the first line of an entry', () => {
    const route = '- name: x\n    route:\n    - destination:\n        host: a\n';
    const text = `apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: a}\nspec:\n  hosts: [a.com]\n  http:\n  ${route}  ${route}`;
    expect(findDiagnostics(text, ['IST0130']).map(underlined)).toEqual(['name: x']);
    const both = text.replace(
      '        host: a\n',
      '        host: a\n    - destination:\n        host: b\n',
    );
    expect(findDiagnostics(both, ['IST0106']).map(underlined)).toEqual(['route']);
  });
});

describe('[A61] what is underlined where a field is missing', () => {
  test('is the key of what it is missing from', () => {
    expect(lines(gateway('spec:\n  selector:\n    istio: x\n'))).toEqual(['spec']);
  });

  test('is the first line of the entry that it is missing from', () => {
    const server = '- hosts:\n    - a.com\n    bind: 1.1.1.1\n';
    expect(lines(gateway(`spec:\n  servers:\n  ${server}`))).toEqual(['hosts:']);
    expect(lines(gateway(`spec:\r\n  servers:\r\n  ${server.replaceAll('\n', '\r\n')}`))).toEqual([
      'hosts:',
    ]);
  });

  test('is all of what stands on one line', () => {
    expect(lines(gateway('spec: {selector: {istio: x}}\n'))).toEqual(['{selector: {istio: x}}']);
  });

  test('is the kind where there is nothing of it', () => {
    expect(lines(gateway(''))).toEqual(['Gateway']);
  });
});
