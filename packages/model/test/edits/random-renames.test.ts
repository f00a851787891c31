import fc from 'fast-check';
import { expect, test } from 'vitest';
import { valueAt } from '../../src/edits/fields/field-operation.ts';
import { whyNotName } from '../../src/edits/manifests/resource-name.ts';
import { CREDENTIAL } from '../../src/edits/references/credential-form.ts';
import { findNameSites, type NameSite } from '../../src/edits/references/name-sites.ts';
import {
  applyTextEdits,
  buildSnapshot,
  planEdit,
  type Resource,
  referencesTo,
  type Snapshot,
  snapshotText,
} from '../../src/index.ts';
import { randomWorld } from '../random-world.ts';
import { RUNS, TIMEOUT } from '../support/runs.ts';

// Names that occur nowhere else, so that what is renamed collides with nothing.
const FRESH_NAME = 'fresh-name';
const FRESH_NAMESPACE = 'fresh-place';

const space = fc.constantFrom('default', 'shop', 'istio-system');
const name = fc.constantFrom('cart', 'pay', 'public', 'cert', 'shop');
const secret = fc.constantFrom('cert', 'shop/cert', 'kubernetes://istio-system/cert');

/** What stands outside the topology and names things of it. */
const bystander = fc
  .tuple(
    fc.constantFrom<(name: string, space: string, secret: string) => string>(
      (a, b) =>
        `apiVersion: networking.istio.io/v1\nkind: Sidecar\nSPEC\n  egress: [{hosts: ["./${a}.${b}.svc.cluster.local", "*/${a}.${b}.svc.cluster.local", "${b}/${a}.${b}.svc.cluster.local"]}]\n`,
      (a, b) =>
        `apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nSPEC\n  parentRefs: [{group: "", kind: Service, name: ${a}}]\n  rules:\n  - backendRefs:\n    - name: ${a}\n    - name: ${a}\n      namespace: ${b}\n`,
      (a, b) =>
        `apiVersion: security.istio.io/v1\nkind: AuthorizationPolicy\nSPEC\n  targetRefs: [{kind: Service, name: ${a}}]\n  rules: [{to: [{operation: {hosts: [${a}.${b}.svc.cluster.local, "${a}.${b}:80"]}}]}]\n`,
      (a, b, c) =>
        `apiVersion: networking.istio.io/v1\nkind: DestinationRule\nSPEC\n  host: ${a}\n  trafficPolicy:\n    tls: {mode: SIMPLE, credentialName: "${c}", sni: ${a}.${b}.svc.cluster.local}\n`,
      (a) =>
        `apiVersion: apps/v1\nkind: StatefulSet\nSPEC\n  serviceName: ${a}\n  template: {spec: {volumes: [{secret: {secretName: cert}}]}}\n`,
      (a) =>
        `apiVersion: networking.k8s.io/v1\nkind: Ingress\nSPEC\n  tls: [{secretName: cert}]\n  defaultBackend: {service: {name: ${a}}}\n`,
    ),
    name,
    space,
    secret,
    space,
    fc.nat(3),
  )
  .map(([print, a, b, c, place, number]) =>
    print(a, b, c).replace('SPEC', `metadata: {name: by-${number}, namespace: ${place}}\nspec:`),
  );

const world = fc
  .tuple(randomWorld, fc.array(bystander, { maxLength: 6 }))
  .map(([text, bystanders]) => [text, ...bystanders].join('---\n'));

interface Choice {
  readonly pick: number;
  readonly move: boolean;
  readonly rename: boolean;
}

const choice: fc.Arbitrary<Choice> = fc.record({
  pick: fc.nat(),
  move: fc.boolean(),
  rename: fc.boolean(),
});

interface Rename {
  readonly before: Snapshot;
  readonly after: Snapshot;
  readonly resource: Resource;
  readonly id: string;
  readonly label: string;
}

/** Renames a resource that is in the text once, under a name that it may have, and moves none that has no namespace; null where none is, or nothing is asked for. */
function rename(text: string, { pick, move, rename: isRenamed }: Choice): Rename | null {
  const before = buildSnapshot(text);
  const single = before.resources.filter(
    ({ id, kind, name: own, namespace }, _, all) =>
      all.filter((other) => other.id === id).length === 1 &&
      whyNotName(kind, own) === null &&
      (!move || namespace !== ''),
  );
  const resource = single[pick % Math.max(1, single.length)];
  if (resource === undefined || !(move || isRenamed)) {
    return null;
  }
  const newName = isRenamed ? FRESH_NAME : resource.name;
  const namespace = move ? FRESH_NAMESPACE : resource.namespace;
  const result = planEdit(before, {
    kind: 'rename-resource',
    resource: resource.id,
    name: newName,
    namespace,
  });
  if (!result.ok) {
    throw new Error(`${result.reason}\n${text}`);
  }
  const after = buildSnapshot(applyTextEdits(text, result.plan.edits));
  const id = `${resource.id.slice(0, resource.id.indexOf('/'))}/${namespace}/${newName}`;
  return { before, after, resource, id, label: result.plan.label };
}

/** Where a gateway's pods read Secrets changes with the Services and pods themselves. */
function isFixed({ form }: NameSite): boolean {
  return form !== CREDENTIAL;
}

/** The field of a name after the rename: documents and lists keep their order. */
function valueAfter({ before, after }: Rename, { resource, path }: NameSite): unknown {
  const place = before.resources.indexOf(resource);
  return valueAt(after.resources[place]?.value, path);
}

/** Runs `check` over renames in random worlds. */
function everyRename(fixed: Partial<Choice>, check: (renamed: Rename, text: string) => void): void {
  fc.assert(
    fc.property(world, choice, (text, chosen) => {
      const renamed = rename(text, { ...chosen, ...fixed });
      fc.pre(renamed !== null);
      if (renamed !== null) {
        check(renamed, text);
      }
    }),
    { numRuns: RUNS },
  );
}

test(
  '[E14] after a new name, nothing names the old one, in no field its text is left, and everything else means what it meant',
  () =>
    everyRename({ move: false }, ({ before, after, resource, id, ...rest }) => {
      const meaning = ({ target }: NameSite) => (target === resource.id ? id : target);
      const sites = findNameSites(before);
      const now = findNameSites(after);
      expect(now.filter(isFixed).map(({ target }) => target)).toEqual(
        sites.filter(isFixed).map(meaning),
      );
      expect(now.filter(({ target }) => target === resource.id)).toEqual([]);
      // A missing subset is expected in a rule with the name of the host, which is what the text names.
      const namers = referencesTo(after, resource.id).filter(({ kind }) => kind !== 'subset');
      expect(namers).toEqual([]);
      const old = new RegExp(`(?<![-\\w])${resource.name}(?![-\\w])`);
      for (const site of sites.filter(({ target }) => target === resource.id)) {
        const value = JSON.stringify(valueAfter({ before, after, resource, id, ...rest }, site));
        expect(value.replace(resource.namespace, '')).not.toMatch(old);
      }
    }),
  TIMEOUT,
);

test(
  '[E14] in another namespace every name means what it meant, or the label says which does not',
  () =>
    everyRename({ move: true }, ({ before, after, resource, id, label }) => {
      const now = findNameSites(after);
      const isThere = (target: string) =>
        before.resources.some((one) => one.id === target) && target !== resource.id;
      for (const site of findNameSites(before)) {
        const wanted = site.target === resource.id ? id : site.target;
        const place = before.resources.indexOf(site.resource);
        const found = now.find(
          (one) =>
            after.resources.indexOf(one.resource) === place &&
            JSON.stringify(one.path) === JSON.stringify(site.path),
        );
        const isKept = site.target === resource.id || (isFixed(site) && isThere(site.target));
        if (isKept && found?.target !== wanted) {
          expect(label).toMatch(/out of reach of|is out of its reach/);
        }
      }
    }),
  TIMEOUT,
);

test(
  '[E14] the old name back gives the old bytes',
  () =>
    everyRename({ move: false, rename: true }, ({ after, id, resource }, text) => {
      const back = planEdit(after, { kind: 'rename-resource', resource: id, name: resource.name });
      expect(back.ok).toBe(true);
      expect(back.ok && applyTextEdits(snapshotText(after), back.plan.edits)).toBe(text);
    }),
  TIMEOUT,
);
