import type { Check } from '../../engine/check.ts';
import { negativeCondition } from './negative-condition.ts';
import { objectNames } from './object-names.ts';
import { replacedResource } from './replaced-resource.ts';
import { servicePorts } from './service-ports.ts';
import { serviceType } from './service-type.ts';

/** What Kubernetes refuses by itself. */
export const KUBERNETES_CHECKS: readonly Check[] = [
  negativeCondition,
  objectNames,
  replacedResource,
  servicePorts,
  serviceType,
];
