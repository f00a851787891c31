import { setField } from '../fix-field.ts';
import type { Fixer } from '../quick-fix.ts';

/** Routes that count inside the mesh alone: name the Gateway that takes their host, too or instead. */
export const fixMeshOnly: Fixer = ({ diagnostic, resource }) => {
  const { gateway } = diagnostic.data;
  if (typeof gateway !== 'string') return [];
  const path = ['spec', 'gateways'];
  return [
    {
      title: `Put it on the Gateway ${gateway}, and keep it in the mesh`,
      commands: [setField(resource.id, path, [gateway, 'mesh'])],
    },
    {
      title: `Put it on the Gateway ${gateway} alone`,
      commands: [setField(resource.id, path, [gateway])],
    },
  ];
};
