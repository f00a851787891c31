import { ANNOTATION_CHECKS } from './checks/annotations/annotation-checks.ts';
import { BINDING_CHECKS } from './checks/bindings/binding-checks.ts';
import { DELEGATE_CHECKS } from './checks/delegates/delegate-checks.ts';
import { DESTINATION_RULE_CHECKS } from './checks/destination-rules/destination-rule-checks.ts';
import { ENVOY_FILTER_CHECKS } from './checks/envoy-filters/envoy-filter-checks.ts';
import { EXPORT_CHECKS } from './checks/exports/export-checks.ts';
import { GATEWAY_CHECKS } from './checks/gateways/gateway-checks.ts';
import { KUBERNETES_CHECKS } from './checks/kubernetes/kubernetes-checks.ts';
import { MERGED_ROUTE_CHECKS } from './checks/merged-routes/merged-route-checks.ts';
import { POLICY_CHECKS } from './checks/policies/policy-checks.ts';
import { REDIRECT_CHECKS } from './checks/redirects/redirect-checks.ts';
import { ROUTE_CHECKS } from './checks/routes/route-checks.ts';
import { SERVICE_ENTRY_CHECKS } from './checks/service-entries/service-entry-checks.ts';
import { SERVICE_CHECKS } from './checks/services/service-checks.ts';
import { SIDECAR_CHECKS } from './checks/sidecars/sidecar-checks.ts';
import { STRUCTURE_CHECKS } from './checks/structure/structure-checks.ts';
import { TELEMETRY_CHECKS } from './checks/telemetry/telemetry-checks.ts';
import { VALIDATION_CHECKS } from './checks/validation/validation-checks.ts';
import { VIRTUAL_SERVICE_CHECKS } from './checks/virtual-services/virtual-service-checks.ts';
import { VISIBILITY_CHECKS } from './checks/visibility/visibility-checks.ts';
import { WORKLOAD_CHECKS } from './checks/workloads/workload-checks.ts';
import type { Check } from './engine/check.ts';

/** Every check there is: each folder under `checks/` lists its own. */
export const ALL_CHECKS: readonly Check[] = [
  ...ANNOTATION_CHECKS,
  ...BINDING_CHECKS,
  ...DELEGATE_CHECKS,
  ...DESTINATION_RULE_CHECKS,
  ...ENVOY_FILTER_CHECKS,
  ...EXPORT_CHECKS,
  ...GATEWAY_CHECKS,
  ...MERGED_ROUTE_CHECKS,
  ...KUBERNETES_CHECKS,
  ...REDIRECT_CHECKS,
  ...POLICY_CHECKS,
  ...ROUTE_CHECKS,
  ...SERVICE_CHECKS,
  ...SERVICE_ENTRY_CHECKS,
  ...SIDECAR_CHECKS,
  ...STRUCTURE_CHECKS,
  ...TELEMETRY_CHECKS,
  ...VALIDATION_CHECKS,
  ...VIRTUAL_SERVICE_CHECKS,
  ...VISIBILITY_CHECKS,
  ...WORKLOAD_CHECKS,
];
