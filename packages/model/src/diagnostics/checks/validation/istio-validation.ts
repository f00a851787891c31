import type { Resource } from '../../../resources/resource.ts';
import type { Code } from '../../codes/catalogue.ts';
import type { Lookup, Report, ResourceCheck } from '../../engine/check.ts';
import { isFilledInLater } from '../../facts/is-filled-in-later.ts';
import { validateDestinationRule } from './destination-rule/validate-destination-rule.ts';
import { validateEnvoyFilter } from './envoy-filter/validate-envoy-filter.ts';
import { validateGateway } from './gateway/validate-gateway.ts';
import type { Judge, Verdict } from './judge.ts';
import { type Place, pathOf, topPlace } from './place.ts';
import { validateServiceEntry } from './service-entry/validate-service-entry.ts';
import { validateSidecar } from './sidecar/validate-sidecar.ts';
import { validateVirtualService } from './virtual-service/validate-virtual-service.ts';
import { validateWorkloadEntry } from './workload/validate-workload-entry.ts';
import { validateWorkloadGroup } from './workload/validate-workload-group.ts';

const VALIDATIONS: Readonly<Record<string, (judge: Judge, manifest: Place) => void>> = {
  Gateway: validateGateway,
  VirtualService: validateVirtualService,
  DestinationRule: validateDestinationRule,
  ServiceEntry: validateServiceEntry,
  Sidecar: validateSidecar,
  EnvoyFilter: validateEnvoyFilter,
  WorkloadEntry: validateWorkloadEntry,
  WorkloadGroup: validateWorkloadGroup,
};

/** What Istio's own validation says, and where it says it. As its schema.ValidationAnalyzer has it, which names no field. */
export const istioValidation: ResourceCheck = {
  name: 'istio-validation',
  codes: ['IST0106', 'IST0133', 'PTL160'],
  about: [
    'Gateway',
    'VirtualService',
    'DestinationRule',
    'ServiceEntry',
    'Sidecar.networking.istio.io',
    'EnvoyFilter.networking.istio.io',
    'WorkloadEntry.networking.istio.io',
    'WorkloadGroup.networking.istio.io',
  ],
  reads: [],
  run: validateResource,
};

/** Whether it is an instruction to kustomize, and not a whole manifest. */
export function isPatch({ value }: Resource): boolean {
  return '$patch' in value;
}

/** Reports what Istio's validation says of the resource; nothing of kinds that it does not validate. */
export function validateResource(
  resource: Resource,
  { schema }: Pick<Lookup, 'schema'>,
  report: Report,
): void {
  if (isPatch(resource)) return;
  const validate =
    resource.group === 'networking.istio.io' && Object.hasOwn(VALIDATIONS, resource.kind)
      ? VALIDATIONS[resource.kind]
      : undefined;
  const say =
    (code: Code): Verdict =>
    (place, istio, message, part) => {
      const isOpen = isFilledInLater(place.value);
      report({
        code,
        resource,
        path: pathOf(place),
        message: isOpen
          ? `${message} It looks like a variable that gets its value later.`
          : message,
        ...(isOpen ? { certainty: 'unknown' } : {}),
        ...(code === 'PTL160' ? {} : { args: [istio] }),
        // Istio's words say which rule it is, also where Istio does not print them.
        data: { rule: istio },
        ...(part === undefined ? {} : { part }),
      });
    };
  validate?.(
    {
      refuse: say('IST0106'),
      warn: say('IST0133'),
      hint: say('PTL160'),
      namespace: resource.namespace,
      regex: schema,
    },
    topPlace(resource.value),
  );
}
