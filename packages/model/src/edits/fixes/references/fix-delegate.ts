import { findResource } from '../../../snapshot-lookup.ts';
import type { EditCommand } from '../../edit-command.ts';
import { appendItem, isWritten, removeField, writeFix } from '../fix-field.ts';
import type { Fixer } from '../quick-fix.ts';
import { findSimilar, MOST_SUGGESTIONS } from './find-similar.ts';

/** A delegate that is not there: one that is named nearly so, or a new one. */
export const fixMissingDelegate: Fixer = (fixable) => {
  const { snapshot, diagnostic, resource } = fixable;
  const { namespace, name } = diagnostic.data;
  const delegates = snapshot.resources.filter(
    (one) =>
      one.details.type === 'VirtualService' &&
      one.details.hosts.length === 0 &&
      one.namespace === namespace &&
      one.id !== resource.id,
  );
  return [
    ...findSimilar(String(name), delegates)
      .slice(0, MOST_SUGGESTIONS)
      .map((one) => writeFix(fixable, one.name, `Delegate to ${one.name}`)),
    {
      title: `Create the VirtualService ${namespace}/${name}`,
      commands: [{ kind: 'write-node', node: `VirtualService/${namespace}/${name}` }],
    },
  ];
};

/** A delegate that has hosts: take them away, and the Gateways that it can then not have either. */
export const fixDelegateHosts: Fixer = ({ snapshot, diagnostic }) => {
  const { namespace, name } = diagnostic.data;
  const delegate = findResource(snapshot, `VirtualService/${namespace}/${name}`);
  if (delegate === undefined) return [];
  const commands = ['hosts', 'gateways']
    .filter((field) => isWritten(delegate, ['spec', field]))
    .map((field): EditCommand => removeField(delegate.id, ['spec', field]));
  return [{ title: `Take the hosts of ${name} out`, commands }];
};

/** A delegate that the root's namespace does not see: export it there. */
export const fixDelegateExport: Fixer = ({ snapshot, diagnostic, resource }) => {
  const { namespace, name } = diagnostic.data;
  const delegate = findResource(snapshot, `VirtualService/${namespace}/${name}`);
  if (delegate === undefined) return [];
  return [
    {
      title: `Export ${name} to ${resource.namespace}`,
      commands: [appendItem(delegate, ['spec', 'exportTo'], resource.namespace)],
    },
  ];
};
