import type { EditCommand } from '../../edit-command.ts';
import { isRecord, valueAt } from '../../fields/field-operation.ts';
import { setField, writeFix } from '../fix-field.ts';
import type { Fixer } from '../quick-fix.ts';

/** A version, group or kind that no cluster serves: the one that is meant. */
export const fixApiVersion: Fixer = (fixable) => {
  const { certainty, data } = fixable.diagnostic;
  const { meant } = data;
  // What the Gateway API serves changes its fields from version to version.
  if (certainty === 'unknown') return [];
  const words = Array.isArray(meant) ? meant.map(String) : [];
  return words.slice(0, 3).map((word) => writeFix(fixable, word));
};

const APPS = ['Deployment', 'DaemonSet', 'ReplicaSet'];

/** A kind that is gone, and is the same under another version. A workload needs a selector there. */
export const fixRetiredKind: Fixer = ({ resource }) => {
  const { id, kind, group, value } = resource;
  if (group !== 'extensions') return [];
  const isApp = APPS.includes(kind);
  const apiVersion = isApp ? 'apps/v1' : kind === 'NetworkPolicy' ? 'networking.k8s.io/v1' : null;
  if (apiVersion === null) return [];
  const labels = valueAt(value, ['spec', 'template', 'metadata', 'labels']);
  const needsSelector = isApp && !isRecord(valueAt(value, ['spec', 'selector']));
  if (needsSelector && !isRecord(labels)) return [];
  const select: readonly EditCommand[] = needsSelector
    ? [
        {
          kind: 'set',
          resource: id,
          path: ['spec', 'selector'],
          value: { matchLabels: labels as never },
        },
      ]
    : [];
  return [
    {
      title: `Write apiVersion: ${apiVersion}`,
      commands: [...select, setField(id, ['apiVersion'], apiVersion)],
    },
  ];
};
