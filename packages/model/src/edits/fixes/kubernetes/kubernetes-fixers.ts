import type { FixerTable } from '../quick-fix.ts';
import { fixNamespaceName, fixObjectName, fixReplacedResource } from './fix-object-name.ts';

/** Names, and resources that are there twice. */
export const KUBERNETES_FIXERS: FixerTable = {
  PTL120: fixObjectName,
  PTL121: fixNamespaceName,
  PTL123: fixReplacedResource,
};
