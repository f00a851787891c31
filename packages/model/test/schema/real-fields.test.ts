import { describe, expect, test } from 'vitest';
import type { FieldPath } from '../../src/documents/field-path.ts';
import {
  buildSnapshot,
  checkKey,
  checkValue,
  type Field,
  findField,
  findRootField,
  loadFieldDictionary,
  loadRegexCheck,
  type Resource,
} from '../../src/index.ts';

import {
  HAS_REAL_MANIFESTS,
  indexedManifests,
  readRealManifest,
} from '../support/real-manifests.ts';

const checkRegex = await loadRegexCheck();
const dictionary = await loadFieldDictionary();

/** What stands in real manifests and is no field of the kind in Istio 1.29 or Kubernetes. */
const NO_FIELDS: Readonly<Record<string, string>> = {
  'VirtualService spec.tls[].match[].sni_hosts': 'the name in the protobuf, from 2018',
  'VirtualService spec.http[].websocketUpgrade': 'removed in Istio 1.0',
  'VirtualService spec.http[].redirect.prefix_rewrite': 'of a later Istio',
  'VirtualService spec.http[].redirect.prefixRewrite': 'of a later Istio',
  'VirtualService spec.http[].route[].destination.weight': 'a mistake: it belongs to the route',
  'DestinationRule spec.name': 'a mistake: the name is that of the resource',
  'DestinationRule spec.trafficPolicy.retryBudget.budgetInterval': 'of a later Istio',
  'Gateway spec.servers[].tls.insecureSkipVerify': 'of a later Istio',
  'Gateway $patch': 'an instruction to kustomize',
  'EnvoyFilter spec.workloadLabels': 'removed in Istio 1.5',
  'EnvoyFilter spec.filters': 'removed in Istio 1.5',
  'Ingress spec.rules[].http.paths[].backend.serviceName': 'of networking.k8s.io/v1beta1',
  'Ingress spec.rules[].http.paths[].backend.servicePort': 'of networking.k8s.io/v1beta1',
};

/** Ports in quotes, in one article of 2018; no cluster takes them today. */
const WRONG_TYPES = new Set([
  'Gateway spec.servers[].port.number',
  'ServiceEntry spec.ports[].number',
  'VirtualService spec.tcp[].match[].port',
  'VirtualService spec.tcp[].route[].destination.port.number',
  'VirtualService spec.tls[].match[].port',
  'VirtualService spec.tls[].route[].destination.port.number',
]);

const NAME = 'Kubernetes would not take the name';

/** What no cluster takes, and why. */
const WRONG_VALUES: Readonly<Record<string, string>> = {
  'Service spec.ports[].protocol "HTTP"': 'a mistake: Kubernetes has TCP, UDP and SCTP',
  'EnvoyFilter spec.configPatches[].patch.operation "MERGE_AND_REPLACE_LIST"': 'of a later Istio',
  'DestinationRule metadata.name "dr_bookinfo2_to_this"': NAME,
  'DestinationRule metadata.name "dr_bookinfo3"': NAME,
  'VirtualService metadata.name "vs_bookinfo1_to_this"': NAME,
  'VirtualService metadata.name "vs_bookinfo2_to_1"': NAME,
  'ServiceEntry metadata.name "se_exportto_valid"': NAME,
  'VirtualService spec.http[].delegate.namespace "nsA"': NAME,
  'VirtualService spec.http[].delegate.namespace "nsB"': NAME,
};

/** A variable of a shell or a template, something in <…>, or a name that Istio makes for itself. */
function isFilledInLater(value: unknown): boolean {
  return typeof value === 'string' && /[$<~]/.test(value);
}

interface UsedField {
  readonly name: string;
  readonly field: Field | undefined;
  readonly value: unknown;
}

function nameOf(kind: string, path: FieldPath): string {
  const steps = path.map((step) => (typeof step === 'number' ? '[]' : `.${step}`));
  return `${kind} ${steps.join('').slice(1)}`;
}

/** Every field of a value, down to what the kind does not have or leaves open. */
function* usedFields(
  root: Field,
  value: unknown,
  kind: string,
  path: FieldPath = [],
): Generator<UsedField> {
  const field = findField(root, path);
  yield { name: nameOf(kind, path), field, value };
  if (field === undefined || field.type === 'any' || typeof value !== 'object') return;
  const entries = Array.isArray(value) ? value.entries() : Object.entries(value ?? {});
  for (const [step, inner] of entries) yield* usedFields(root, inner, kind, [...path, step]);
}

function takes(field: Field, value: unknown): boolean {
  if (value === null || field.type === 'any') return true;
  if (Array.isArray(value)) return field.type === 'list';
  if (typeof value === 'object') return field.type === 'object' || field.type === 'map';
  const types: readonly string[] = field.types;
  return types.includes(typeof value) || (Number.isInteger(value) && types.includes('integer'));
}

/** All but those which Istio's own tests of its validation say are wrong, in a field `_err`. */
function realResources(): readonly Resource[] {
  return indexedManifests()
    .flatMap(({ file }) => buildSnapshot(readRealManifest(file)).resources)
    .filter(({ value }) => !('_err' in value));
}

describe.skipIf(!HAS_REAL_MANIFESTS)(
  'real manifests (skipped where ../shared/manifests is not there)',
  () => {
    const used = realResources().flatMap((resource) => {
      const root = findRootField(dictionary, resource);
      return root === undefined ? [] : [...usedFields(root, resource.value, resource.kind)];
    });

    test('[S9] every field that they use is known, or is none', () => {
      const unknown = new Set(used.filter(({ field }) => !field).map(({ name }) => name));
      expect([...unknown].sort()).toEqual(Object.keys(NO_FIELDS).sort());
      expect(used.length).toBeGreaterThan(10_000);
    });

    test('[S9] every value has the type of its field', () => {
      const wrong = used.filter(({ field, value }) => field && !takes(field, value));
      expect(new Set(wrong.map(({ name }) => name))).toEqual(WRONG_TYPES);
    });

    test('[S10] a value that is refused is one that Istio or Kubernetes refuses', () => {
      const refused = used.flatMap(({ name, field, value }) => {
        const isWrong = field !== undefined && checkValue(field, value, checkRegex) !== null;
        return isWrong && !isFilledInLater(value) && !WRONG_TYPES.has(name)
          ? [`${name} ${JSON.stringify(value)}`]
          : [];
      });
      expect([...new Set(refused)].sort()).toEqual(Object.keys(WRONG_VALUES).sort());
    });

    test('[S12] so is a key', () => {
      const refused = used.flatMap(({ field, value }) =>
        field?.type === 'map' && takes(field, value)
          ? Object.keys(value ?? {}).filter((key) => checkKey(field, key) !== null)
          : [],
      );
      expect(refused).toEqual([]);
    });
  },
);
