import { isDeepEqual } from '../../../graph/is-deep-equal.ts';
import { meantTexts } from '../../../schema/values/meant-texts.ts';
import { findResource } from '../../../snapshot-lookup.ts';
import { whyNotName } from '../../manifests/resource-name.ts';
import type { Fixer } from '../quick-fix.ts';

/** A name that Kubernetes does not take: the same in signs that it takes, wherever it is named. */
export const fixObjectName: Fixer = ({ snapshot, resource }) => {
  const { id, kind } = resource;
  const [name] = meantTexts('dns-label', resource.name);
  if (name === undefined || whyNotName(kind, name) !== null) return [];
  const isTaken = findResource(snapshot, id.replace(/[^/]*$/, name)) !== undefined;
  if (isTaken) return [];
  return [
    {
      title: `Rename it to ${name}, wherever it is named`,
      commands: [{ kind: 'rename-resource', resource: id, name }],
    },
  ];
};

/** A namespace that cannot be one. */
export const fixNamespaceName: Fixer = ({ resource }) => {
  const { id, name } = resource;
  const [namespace] = meantTexts('namespace', resource.namespace);
  if (namespace === undefined) return [];
  return [
    {
      title: `Move it to the namespace ${namespace}`,
      commands: [{ kind: 'rename-resource', resource: id, name, namespace }],
    },
  ];
};

/** The same resource twice: where both say the same, one can go. The later one counts, and is the one that a command names. */
export const fixReplacedResource: Fixer = ({ snapshot, resource }) => {
  const counting = findResource(snapshot, resource.id);
  if (counting === undefined || counting === resource) return [];
  if (!isDeepEqual(counting.value, resource.value)) return [];
  return [
    {
      title: 'Delete the second one, which says the same',
      commands: [{ kind: 'delete-resource', resource: resource.id, cleanUp: false }],
    },
  ];
};
