import { describe, expect, test } from 'vitest';
import { loadSchema } from '../load-schema.ts';
import { analyzeAsIstioctl, type IstioctlOptions } from './analyze-as-istioctl.ts';
import { printAsIstioctl } from './print-as-istioctl.ts';

const schema = await loadSchema();
const OPTIONS = { namespace: 'default', allNamespaces: false };

function analyze(text: string, options: Partial<IstioctlOptions> = {}): readonly string[] {
  const files = [{ name: 'a.yaml', text }];
  const messages = analyzeAsIstioctl(files, { ...OPTIONS, ...options }, schema);
  return printAsIstioctl(messages, 'log').split('\n').slice(0, -1);
}

const service = (
  gateways: string,
  metadata = '{name: shop}',
  more = '',
) => `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: ${metadata}
spec:
  hosts:
  - shop.example.com
  gateways:
  - ${gateways}
  http:
  - route:
    - destination:
        host: nowhere${more}
`;

const GATEWAY = `---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: public}
spec:
  selector: {istio: nothing}
  servers:
  - port: {number: 80, name: http, protocol: HTTP}
    hosts: ["*.example.com"]
`;

describe('[A160] as istioctl analyze on files', () => {
  test('a Gateway that is missing is named in its words, with its line', () => {
    expect(analyze(`# one\n${service('public')}`)).toEqual([
      'Error [IST0101] (VirtualService default/shop a.yaml:9) Referenced gateway not found: "public"',
      'Warning [IST0132] (VirtualService default/shop a.yaml:9) one or more host [shop.example.com] defined in VirtualService default/shop not found in Gateway default/public.',
    ]);
  });

  test('analyzers that need Services, Pods or Secrets do not run', () => {
    expect(analyze(service('public') + GATEWAY)).toEqual([]);
  });

  test('the old form of a name, and ./, are not understood, though Istio does', () => {
    for (const name of ['public.default', './public'])
      expect(analyze(service(name) + GATEWAY)[0]).toContain(
        `Referenced gateway not found: "${name}"`,
      );
  });

  test('a subset is looked for at the host, and its line is that of the host', () => {
    expect(analyze(service('public', undefined, '\n        subset: v1') + GATEWAY)).toEqual([
      'Error [IST0101] (VirtualService default/shop a.yaml:12) Referenced host+subset in destinationrule not found: "nowhere+v1"',
    ]);
  });

  test('only messages of the namespace are printed, or all', () => {
    const text = `${service('public', '{name: shop, namespace: far}')}---\n${service('public')}`;
    const names = (lines: readonly string[]) => lines.map((line) => /\((\S+ \S+)/.exec(line)?.[1]);
    expect(names(analyze(text)).every((name) => name === 'VirtualService default/shop')).toBe(true);
    expect(names(analyze(text, { namespace: 'far' }))).toContain('VirtualService far/shop');
    // By code, then by name and namespace.
    expect(names(analyze(text, { allNamespaces: true }))).toEqual([
      'VirtualService shop',
      'VirtualService far/shop',
      'VirtualService shop',
      'VirtualService far/shop',
    ]);
  });

  test('an annotation silences codes, without blanks between them', () => {
    const annotated = (codes: string) =>
      analyze(
        service(
          'public',
          `{name: shop, annotations: {galley.istio.io/analyze-suppress: "${codes}"}}`,
        ),
      );
    expect(annotated('IST0101,IST0132')).toEqual([]);
    expect(annotated('*')).toEqual([]);
    expect(annotated('IST0101, IST0132')).toHaveLength(1);
  });

  test('resources of the system are left out', () => {
    expect(
      analyze(service('public', '{name: shop, namespace: kube-system}'), {
        namespace: 'kube-system',
      }),
    ).toEqual([]);
  });

  test('what stands behind a separator with a comment is not read', () => {
    expect(analyze(`a: b\n--- # two\n${service('public')}`)).toEqual([]);
    expect(analyze(`a: b\n---   \n${service('public')}`)).toHaveLength(2);
  });

  test('a resource is named by its first line, which may be a comment', () => {
    const empty =
      'apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: shop}\nspec: {hosts: [a.com]}\n';
    expect(analyze(`---\n\n# first\n${empty}`)).toEqual([
      'Error [IST0106] (VirtualService default/shop a.yaml:3) Schema validation error: http, tcp or tls must be provided in virtual service',
    ]);
  });

  test('lines are counted from the first that is named, also behind a `---` that stays', () => {
    const lineOf = (text: string) => /a\.yaml:(\d+)/.exec(analyze(text)[0] ?? '')?.[1];
    expect(lineOf(service('public'))).toBe('8');
    expect(lineOf(`\n\n${service('public')}`)).toBe('10');
    // The one that begins the file is no end of anything, and is counted twice.
    expect(lineOf(`---\n${service('public')}`)).toBe('10');
    expect(lineOf(`a: b\n---\n${service('public')}`)).toBe('10');
    expect(lineOf(`a: b\n---\n---\n${service('public')}`)).toBe('12');
    expect(lineOf(service('public').replaceAll('\n', '\r\n'))).toBe('8');
  });

  test('what Go cannot make a resource of is left out, and what has no name is not', () => {
    const broken = (hosts: string) => service('public').replace('- shop.example.com', hosts);
    expect(analyze(broken('- 80'))).toEqual([]);
    expect(analyze(service('public', undefined, '\n        port: {number: here}'))).toEqual([]);
    expect(analyze(service('public', undefined, '\n    timeout: soon'))).toEqual([]);
    // A number in quotes is one, and a field that is not known is passed by.
    expect(analyze(service('public', undefined, '\n        port: {number: "80"}'))).toHaveLength(2);
    expect(analyze(service('public', undefined, '\n    nonsense: [1]'))).toHaveLength(2);
    expect(analyze(service('public', '{labels: {a: b}}'))[0]).toContain(
      '(VirtualService default/ ',
    );
  });

  test('numbers are those of 32 bits, as JSON writes them', () => {
    const port = (number: string) =>
      analyze(service('public', undefined, `\n        port: {number: ${number}}`)).length;
    expect(['80', '"80"'].map(port)).toEqual([2, 2]);
    expect(['"0x50"', '"1e2"', '"80.0"', '"+80"', '4294967296'].map(port)).toEqual([0, 0, 0, 0, 0]);
  });

  test('of a List all is read or nothing, and of other lists nothing', () => {
    const item = (text: string) => `- ${text.trimEnd().replaceAll('\n', '\n  ')}\n`;
    const list = (kind: string, ...items: readonly string[]) =>
      analyze(`apiVersion: v1\nkind: ${kind}\nitems:\n${items.map(item).join('')}`);
    const front = service('public');
    const pod = 'apiVersion: v1\nkind: Service\nmetadata: {name: shop}\n';
    expect(list('List', front)).toHaveLength(2);
    expect(list('List', front, pod)).toEqual([]);
    expect(list('List', front, front.replace('- shop.example.com', '- 80'))).toEqual([]);
    expect(list('VirtualServiceList', front)).toEqual([]);
  });

  test('of what is written twice alike the first place counts, otherwise the last', () => {
    const again = service('public');
    expect(analyze(`${again}---\n${again}`)[0]).toContain('a.yaml:8)');
    expect(analyze(`${again}---\n# two\n${again}`)[0]).toContain('a.yaml:22)');
  });

  test('what stands in a List is named by the line below its own', () => {
    const item = service('public').replaceAll('\n', '\n    ').trimEnd();
    expect(analyze(`apiVersion: v1\nkind: List\nitems:\n  - ${item}\n`)[0]).toContain('a.yaml:12)');
  });

  test('as JSON, keys are sorted and the signs of HTML escaped', () => {
    const files = [{ name: 'a&b.yaml', text: service('public') }];
    const [first] = analyzeAsIstioctl(files, OPTIONS, schema);
    expect(printAsIstioctl(first === undefined ? [] : [first], 'json')).toBe(`[
\t{
\t\t"code": "IST0101",
\t\t"documentationUrl": "https://istio.io/latest/docs/reference/config/analysis/ist0101/?ref=istioctl-analyze",
\t\t"level": "Error",
\t\t"message": "Referenced gateway not found: \\"public\\"",
\t\t"origin": "VirtualService default/shop",
\t\t"reference": "a\\u0026b.yaml:8"
\t}
]
`);
    expect(printAsIstioctl([], 'json')).toBe('[]\n');
  });
});
