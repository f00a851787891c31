import { CONTROLLER_NAMES } from './names/controller-names.ts';
import { GATEWAY_API_NAMES } from './names/gateway-api-names.ts';
import { ISTIO_NAMES } from './names/istio-names.ts';
import { KUBERNETES_NAMES } from './names/kubernetes-names.ts';
import type { NamingKinds } from './names/naming-kinds.ts';

/** Every field that names another resource by its name, and how. A rename follows what is in here. */
export const NAME_TABLE: readonly NamingKinds[] = [
  ...ISTIO_NAMES,
  ...GATEWAY_API_NAMES,
  ...KUBERNETES_NAMES,
  ...CONTROLLER_NAMES,
];
