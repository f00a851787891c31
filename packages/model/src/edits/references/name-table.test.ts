import { describe, expect, test } from 'vitest';
import { buildSnapshot } from '../../snapshot.ts';
import { applyTextEdits } from '../../text/text-edit.ts';
import { planEdit } from '../plan-edit.ts';
import { type FieldPattern, parseFieldPatterns } from './field-pattern.ts';
import { findNameSites } from './name-sites.ts';
import { NAME_TABLE } from './name-table.ts';

/** All ways in which a field may name something that is called `old`, seen from namespace `here`. */
const WRITTEN: readonly unknown[] = [
  'old',
  './old',
  'here/old',
  'old.here.svc.cluster.local',
  'here/old.here.svc.cluster.local',
  './old.here.svc.cluster.local',
  '*/old.here.svc.cluster.local',
  'old.here.svc.cluster.local:8080',
  'old.here.svc',
  'old.here:80',
  'outbound|80|v1|old.here.svc.cluster.local',
  'https://old.here.svc.cluster.local:8443/path?query#part',
  'http://user@old.here/',
  'cluster.local/ns/here/sa/old',
  'spiffe://cluster.local/ns/here/sa/old',
  'kubernetes://here/old',
  'kubernetes-gateway://here/old',
  'configmap://here/old',
  { name: 'old' },
  { name: 'old', namespace: 'here' },
  { kind: 'Service', name: 'old' },
  { kind: 'Service', group: '', name: 'old', namespace: 'here' },
  { kind: 'Gateway', group: 'gateway.networking.k8s.io', name: 'old' },
  { kind: 'ServiceEntry', group: 'networking.istio.io', name: 'old' },
  { kind: 'Hostname', group: 'networking.istio.io', name: 'old.here.svc.cluster.local' },
  { kind: 'StatefulSet', apiVersion: 'apps/v1', name: 'old' },
  { kind: 'Role', apiGroup: 'rbac.authorization.k8s.io', name: 'old' },
  { kind: 'ServiceAccount', name: 'old', namespace: 'here' },
];

const VERSIONS: Readonly<Record<string, string>> = {
  Gateway: 'networking.istio.io/v1',
  VirtualService: 'networking.istio.io/v1',
  DestinationRule: 'networking.istio.io/v1',
  ServiceEntry: 'networking.istio.io/v1',
  Deployment: 'apps/v1',
  StatefulSet: 'apps/v1',
  DaemonSet: 'apps/v1',
};

interface Manifest {
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
}

/** A manifest on one line, with one field set. `kind` is as ids have it. */
function manifest(
  { kind, name, namespace }: Manifest,
  pattern: FieldPattern = [],
  value: unknown = null,
): string {
  const [shortKind = '', ...group] = kind.split('.');
  const apiVersion = VERSIONS[kind] ?? (group.length === 0 ? 'v1' : `${group.join('.')}/v1`);
  const metadata = { name, ...(namespace === '' ? {} : { namespace }) };
  const object = { apiVersion, kind: shortKind, metadata };
  const text = JSON.stringify(pattern.length === 0 ? object : withField(object, pattern, value));
  return `${text}\n`;
}

function withField(object: unknown, pattern: FieldPattern, value: unknown): unknown {
  const [step, ...rest] = pattern;
  if (step === undefined) {
    return value;
  }
  if (step.kind === 'items') {
    const item = step.where === null ? {} : { [step.where.key]: step.where.text };
    return [withField(item, rest, value)];
  }
  const record = (object ?? {}) as Readonly<Record<string, unknown>>;
  return { ...record, [step.key]: withField(record[step.key], rest, value) };
}

interface Case {
  readonly kind: string;
  readonly pattern: FieldPattern;
}

/** Every field of the first kind of each row; of its other kinds the first field. */
const ROWS: readonly (readonly [title: string, row: Case])[] = NAME_TABLE.flatMap(
  ({ kinds, names }) =>
    kinds.flatMap((kind, index) => {
      const fields = names.flatMap(([written]) =>
        parseFieldPatterns(written).map((pattern) => {
          const path = pattern.map((step) => (step.kind === 'key' ? step.key : '[]')).join('.');
          return [`${kind} ${path}`, { kind, pattern }] as const;
        }),
      );
      return index === 0 ? fields : fields.slice(0, 1);
    }),
);

interface Named {
  /** The whole text: what names something, and after `---` what it names. */
  readonly text: string;
  readonly target: string;
}

/** A text for each way of writing that this field takes for a name. */
function namedBy({ kind, pattern }: Case): readonly Named[] {
  const holder = { kind, name: 'holder', namespace: kind.startsWith('Cluster') ? '' : 'here' };
  return WRITTEN.flatMap((value) => {
    const document = manifest(holder, pattern, value);
    const [site] = findNameSites(buildSnapshot(document));
    const isName = /^[^/]+\/(?:here|istio-system)?\/old$/.test(site?.target ?? '');
    if (site === undefined || !isName) {
      return [];
    }
    const [targetKind = '', namespace = '', name = ''] = site.target.split('/');
    const target = manifest({ kind: targetKind, name, namespace });
    return [{ text: `${document}---\n${target}`, target: site.target }];
  });
}

function renamed(text: string, resource: string, name: string, namespace?: string) {
  const result = planEdit(buildSnapshot(text), {
    kind: 'rename-resource',
    resource,
    name,
    ...(namespace === undefined ? {} : { namespace }),
  });
  if (!result.ok) {
    throw new Error(`${result.reason} ${text}`);
  }
  return { text: applyTextEdits(text, result.plan.edits), label: result.plan.label };
}

function targetsIn(text: string): readonly string[] {
  return findNameSites(buildSnapshot(text)).map(({ target }) => target);
}

test('[E14] every row says where its fields are described', () => {
  expect(NAME_TABLE.filter(({ source }) => !/^https:\/\/\S+$/.test(source))).toEqual([]);
});

describe('every row of the table', () => {
  test.each(ROWS)('[E14] %s: a new name follows, and the old one comes back', (_, row) => {
    const all = namedBy(row);
    expect(all.length).toBeGreaterThan(0);
    for (const { text, target } of all) {
      const id = `${target.slice(0, -'old'.length)}new`;
      const after = renamed(text, target, 'new');
      expect(after.text).toBe(text.replaceAll(/\bold\b/g, 'new'));
      expect(targetsIn(after.text)).toEqual(
        targetsIn(text).map((one) => (one === target ? id : one)),
      );
      expect(renamed(after.text, id, 'old').text).toBe(text);
    }
  });

  test.each(ROWS)(
    '[E14] %s: in another namespace it is named there, or the label says that it is not',
    (_, row) => {
      for (const { text, target } of namedBy(row)) {
        if (target.includes('//')) {
          continue;
        }
        const id = `${target.slice(0, target.indexOf('/'))}/there/old`;
        const after = renamed(text, target, 'old', 'there');
        const isNamed = targetsIn(after.text).includes(id);
        // Endpoints have the name of their Service.
        const holder = text.includes('holder') ? 'holder' : 'old';
        const moved = 'Move old to namespace there';
        expect(after.label).toBe(isNamed ? moved : `${moved} (out of reach of ${holder})`);
      }
    },
  );
});
