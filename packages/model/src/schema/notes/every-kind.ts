import type { FieldNotes } from '../field-note.ts';

/** What every kind has. */
export const EVERY_KIND_COMMON: readonly string[] = [
  'apiVersion',
  'kind',
  'metadata',
  'metadata.name',
  'metadata.namespace',
  'metadata.labels',
  'metadata.annotations',
];

/** Notes on fields that many kinds have, under the same name and with the same meaning. */
export const EVERY_KIND_NOTES: FieldNotes = {
  apiVersion: { description: 'The group and version of the kind.' },
  kind: { description: 'What the manifest describes.' },
  metadata: { description: 'The name of the resource, its namespace, labels and annotations.' },
  'metadata.name': { format: 'resource-name' },
  'metadata.namespace': {
    format: 'namespace',
    defaultValue: 'the namespace that it is applied to',
  },
  'metadata.labels': { format: 'labels' },
  'metadata.annotations': { keyFormat: 'label-key' },
  '**.template.metadata.labels': { format: 'labels' },
  '**.matchLabels': { format: 'labels' },
  '**.workloadSelector.labels': { format: 'labels' },
  '**.exportTo': { defaultValue: 'all namespaces' },
  '**.exportTo[]': { format: 'export-namespace' },
  '**.targetRef': {
    description:
      'The Service, Gateway or other resource in the same namespace that this is attached to.',
    deprecation: 'Use `targetRefs`, which takes several.',
  },
  '**.targetRefs[].name': { format: 'resource-name' },
  '**.targetRefs[].namespace': { format: 'namespace' },
};
