import { removeField, setField } from '../fix-field.ts';
import type { Fixer } from '../quick-fix.ts';

/** Labels that select a Gateway of the Gateway API: its name instead. */
export const fixGatewaySelector: Fixer = ({ resource, diagnostic }) => {
  const { gateway } = diagnostic.data;
  if (typeof gateway !== 'string') return [];
  const target = { group: 'gateway.networking.k8s.io', kind: 'Gateway', name: gateway };
  return [
    {
      title: `Name the Gateway ${gateway} in targetRefs`,
      commands: [
        setField(resource.id, ['spec', 'targetRefs'], [target]),
        removeField(resource.id, ['spec', 'selector']),
      ],
    },
  ];
};
