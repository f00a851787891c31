import { findResource } from '../../../snapshot-lookup.ts';
import { valueAt } from '../../fields/field-operation.ts';
import { appendItem, setField } from '../fix-field.ts';
import type { Fixer } from '../quick-fix.ts';

/** What the pods of a Gateway do not see, because it is not exported to their namespace: export it there. */
export const fixExport: Fixer = ({ snapshot, diagnostic, resource }) => {
  const { namespaces, rule } = diagnostic.data;
  const [related] = diagnostic.related;
  const id =
    diagnostic.code === 'PTL250'
      ? resource.id
      : typeof rule === 'string'
        ? rule
        : related?.resource;
  const hidden = findResource(snapshot, id ?? '');
  const home = Array.isArray(namespaces) ? namespaces[0] : undefined;
  if (hidden === undefined || typeof home !== 'string') return [];
  const title = `Export ${hidden.name} to ${home}`;
  if (hidden.details.type !== 'Service') {
    const isExported = Array.isArray(valueAt(hidden.value, ['spec', 'exportTo']));
    const command = appendItem(hidden, ['spec', 'exportTo'], home);
    return isExported ? [{ title, commands: [command] }] : [];
  }
  const path = ['metadata', 'annotations', 'networking.istio.io/exportTo'];
  const written = valueAt(hidden.value, path);
  if (typeof written !== 'string') return [];
  return [{ title, commands: [setField(hidden.id, path, `${written},${home}`)] }];
};
