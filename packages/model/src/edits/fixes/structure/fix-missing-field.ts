import type { FieldValue } from '../../edit-command.ts';
import { isRecord, valueAt } from '../../fields/field-operation.ts';
import { writeFix } from '../fix-field.ts';
import type { Fixable, Fixer } from '../quick-fix.ts';

/** A field that is missing: the value that follows from what is there. */
export const fixMissingField: Fixer = (fixable) => {
  const { path, resource } = fixable;
  const key = path.map((step) => (typeof step === 'number' ? '[]' : step)).join('.');
  const find = VALUES.find(([pattern]) => pattern.test(`${resource.kind} ${key}`))?.[1];
  const value = find?.(fixable) ?? null;
  return value === null ? [] : [writeFix(fixable, value)];
};

type FindValue = (fixable: Fixable) => FieldValue | null;

/** What is beside the field that is missing. */
function beside({ resource, path }: Fixable, name: string): unknown {
  return valueAt(resource.value, [...path.slice(0, -1), name]);
}

const VALUES: readonly (readonly [RegExp, FindValue])[] = [
  [/^(?:Deployment|StatefulSet|DaemonSet) spec\.selector$/, selectTemplate],
  [/ spec\.template\.spec\.containers\.\[\]\.name$| spec\.containers\.\[\]\.name$/, nameContainer],
  [/^Service spec\.ports\.\[\]\.port$/, copyTarget],
  [/^DestinationRule spec\.host$/, nameService],
  [/^DestinationRule spec\.subsets\.\[\]\.name$/, nameVersion],
];

function selectTemplate({ resource }: Fixable): FieldValue | null {
  const labels = valueAt(resource.value, ['spec', 'template', 'metadata', 'labels']);
  return isRecord(labels) ? { matchLabels: labels as FieldValue } : null;
}

/** By its image, as most people do. */
function nameContainer(fixable: Fixable): FieldValue | null {
  const image = beside(fixable, 'image');
  const [, name] = typeof image === 'string' ? (/([a-z0-9-]+)(?::[^/]*)?$/.exec(image) ?? []) : [];
  return name ?? null;
}

function copyTarget(fixable: Fixable): FieldValue | null {
  const target = beside(fixable, 'targetPort');
  return typeof target === 'number' ? target : null;
}

function nameService({ snapshot, resource }: Fixable): FieldValue | null {
  const isThere = snapshot.resources.some(
    ({ details, name, namespace }) =>
      details.type === 'Service' && name === resource.name && namespace === resource.namespace,
  );
  return isThere ? resource.name : null;
}

function nameVersion(fixable: Fixable): FieldValue | null {
  const version = valueAt(beside(fixable, 'labels'), ['version']);
  return typeof version === 'string' && /^[a-z0-9-]+$/.test(version) ? version : null;
}
