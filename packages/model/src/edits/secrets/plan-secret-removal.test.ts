import { describe, expect, test } from 'vitest';
import { applyTextEdits, buildSnapshot, planSecretRemoval } from '../../index.ts';

function without(text: string): string {
  return applyTextEdits(text, planSecretRemoval(buildSnapshot(text)).edits);
}

const TLS = `apiVersion: v1
kind: Secret
metadata:
  name: shop-tls
type: kubernetes.io/tls
data:
  tls.crt: Y2VydA==   
  tls.key: "a2V5"
`;

const GATEWAY = `# The door.
apiVersion: networking.istio.io/v1
kind: Gateway
metadata:
  name: shop   # data: not a Secret's
spec:
  selector: { istio: ingressgateway }
`;

describe('values of Secrets', () => {
  test('[S1] go, and every other byte of the text stays', () => {
    const text = `${GATEWAY}---\n${TLS}---\n${GATEWAY}`;
    expect(without(text)).toBe(text.replace('Y2VydA==', '""').replace('"a2V5"', '""'));
    const { secrets, cut } = planSecretRemoval(buildSnapshot(text));
    expect(secrets).toEqual(['shop-tls']);
    expect(cut).toEqual([]);
  });

  test('[S1] of a text without Secrets, nothing changes', () => {
    expect(planSecretRemoval(buildSnapshot(GATEWAY))).toEqual({ edits: [], secrets: [], cut: [] });
  });

  test.each([
    [
      'a block text',
      'stringData:\n  key: |\n    line\n\n    line\n  b: x\n',
      'stringData:\n  key: ""\n  b: ""\n',
    ],
    ['a kept block text', 'data:\n  key: |+\n    line\n\n', 'data:\n  key: ""\n'],
    ['a folded text', 'stringData:\n  key: >-\n    line\n    line\n', 'stringData:\n  key: ""\n'],
    ['a tag', 'data:\n  key: !!binary |\n    bGluZQ==\n', 'data:\n  key: ""\n'],
    ['a quoted text of several lines', "data:\n  key: 'a\n    b'\n", 'data:\n  key: ""\n'],
    ['brackets', 'data: { a: b, c: "d" }\n', 'data: { a: "", c: "" }\n'],
    [
      'an empty and an absent value',
      'data:\n  a: ""\n  b:\n  c: x\n',
      'data:\n  a: ""\n  b:\n  c: ""\n',
    ],
    ['an explicit key', 'data:\n  ? a\n  : b\n', 'data:\n  ? a\n  : ""\n'],
    ['a number', 'stringData:\n  pin: 1234\n', 'stringData:\n  pin: ""\n'],
    ['a text in place of the mapping', 'data: b64\n', 'data: ""\n'],
    ['a mapping in place of a text', 'data:\n  a:\n    b: c\n', 'data:\n  a:\n    ""\n'],
    [
      'both fields, and one of them twice',
      'data: { a: b }\ndata: { c: d }\nstringData: { e: f }\n',
      'data: { a: "" }\ndata: { c: "" }\nstringData: { e: "" }\n',
    ],
    ['a slip in the case of a field', 'stringdata: { a: b }\n', 'stringdata: { a: "" }\n'],
    [
      'Windows line endings',
      'data:\r\n  a: |\r\n    b\r\n  c: d\r\n',
      'data:\r\n  a: ""\r\n  c: ""\r\n',
    ],
  ])('[S1] %s', (_what, data, expected) => {
    const head = 'apiVersion: v1\nkind: Secret\nmetadata: { name: x }\n';
    expect(without(head + data)).toBe(head + expected);
  });

  test('[S1] in a List, in a SecretList without kinds, and in a template of another tool', () => {
    const list =
      'kind: List\nitems:\n- kind: Secret\n  data: { a: b }\n- kind: Service\n  data: { a: b }\n';
    expect(without(list)).toBe(list.replace('{ a: b }', '{ a: "" }'));
    const secretList =
      'kind: SecretList\nitems:\n- data: { a: b }\n- metadata: {}\n  data: { c: d }\n';
    expect(without(secretList)).toBe(secretList.replace('b }', '"" }').replace('d }', '"" }'));
    const policy = 'kind: Policy\nspec:\n  generate:\n    kind: Secret\n    data: { a: b }\n';
    expect(without(policy)).toBe(policy.replace('{ a: b }', '{ a: "" }'));
  });

  test('[S1] in JSON, which stays JSON', () => {
    const text = '{"kind":"Secret","metadata":{"name":"x"},"data":{"a":"b","c":"d"}}';
    expect(without(text)).toBe(text.replace('"b"', '""').replace('"d"', '""'));
  });

  test('[S1] a Secret without values is not spoken of', () => {
    const { secrets } = planSecretRemoval(buildSnapshot('kind: Secret\ndata: {}\n'));
    expect(secrets).toEqual([]);
  });

  test('[S2] what was applied last goes too, and other annotations stay', () => {
    const annotations = `metadata:
  annotations:
    kubectl.kubernetes.io/last-applied-configuration: |
      {"kind":"Secret","data":{"a":"b"}}
    objectset.rio.cattle.io/applied: H4sI
    owner: me
`;
    const text = `kind: Secret\n${annotations}data: { a: b }\n`;
    expect(without(text)).toBe(
      'kind: Secret\nmetadata:\n  annotations:\n    kubectl.kubernetes.io/last-applied-configuration: ""\n    objectset.rio.cattle.io/applied: ""\n    owner: me\ndata: { a: "" }\n',
    );
    const service = text.replace('kind: Secret', 'kind: ConfigMap');
    expect(without(service)).toBe(service);
  });

  test('[S3] comments of a document with a Secret go, those of others stay', () => {
    const text = `# data: of a Gateway\n${GATEWAY}---\n# tls.key: b2xk\n${TLS.replace('data:', 'data: # b2xk').replace('Y2VydA==', '"a#b" # b2xk')}#  tls.key: b2xk\n`;
    const after = without(text);
    expect(after).not.toContain('b2xk');
    expect(after).toContain('# data: of a Gateway');
    expect(after).toContain("# data: not a Secret's");
    expect(after).toContain('---\n#\napiVersion: v1\n');
    expect(after.split('\n')).toHaveLength(text.split('\n').length);
  });

  test('[S3] a Secret that is commented out goes from a document of another kind', () => {
    const text = `${GATEWAY}# kind: Secret\n# data:\n#   a: b\n`;
    expect(without(text)).not.toContain('a: b');
    expect(without(text)).toContain('kind: Gateway');
  });
});

describe('documents that cannot be taken apart for certain', () => {
  const CUT = /^# Left out here: /m;

  test.each([
    ['broken', `${TLS}broken: [\n`],
    ['broken, in JSON', '{"kind": "Secret", "data": {"a": "b"\n'],
    ['broken, the kind not there yet', 'stringData:\n  a: [b\n'],
    ['a Helm template', `${TLS}{{- if .Values.on }}\nx: 1\n{{- end }}\n`],
    ['nothing but comments', '# kind: Secret\n# data:\n#   a: b\n'],
    ['with a value that is repeated', `${TLS.replace('"a2V5"', '&key a2V5')}copy: *key\n`],
    ['with a kind from an alias', 'a: &k Secret\nkind: *k\ndata: { a: b }\n'],
    ['with merged data', 'kind: Secret\n<<: { data: { a: b } }\n'],
    ['with a merged kind', '<<: { kind: Secret }\ndata: { a: b }\n'],
  ])('[S4] %s: the document becomes a comment', (_what, secret) => {
    const text = `${GATEWAY}---\n${secret}---\n${GATEWAY}`;
    const after = without(text);
    expect(after).toMatch(CUT);
    expect(after).not.toMatch(/b2V5|a2V5|Y2VydA|a: b/);
    const [first, middle, last] = buildSnapshot(after).documents;
    expect(first?.text).toBe(GATEWAY);
    expect(middle?.status).toBe('empty');
    expect(last?.text).toBe(`---\n${GATEWAY}`);
    expect(planSecretRemoval(buildSnapshot(text)).cut).toEqual([
      { document: 1, why: expect.stringMatching(/unreadable|entangled/) },
    ]);
  });

  test('[S4] a broken document that holds no Secret stays as it is', () => {
    const gateway = GATEWAY.replace(/ *# data:.*/, '# credentialName: shop-secret');
    const text = `${GATEWAY}---\n${gateway}  servers: [\n`;
    expect(without(text)).toBe(text);
  });

  test('[S4] a document that was a Secret when it could last be read is left out', () => {
    const good = buildSnapshot(TLS);
    const broken = buildSnapshot('kin: [d\n  a2V5\n', undefined, good.documents);
    expect(planSecretRemoval(broken).cut).toEqual([{ document: 0, why: 'unreadable' }]);
  });

  test('[S4] byte order mark, markers and the last line ending stay', () => {
    const broken = 'kind: Secret\r\ndata: [\r\n';
    expect(without(`\uFEFF---\r\n${broken}...\r\n`)).toMatch(
      /^\uFEFF---\r\n# Left out here: [^\r\n]+\r\n\.\.\.\r\n$/,
    );
    expect(without(broken.trimEnd())).toMatch(/^---\r\n# Left out here: [^\r\n]+$/);
  });
});
