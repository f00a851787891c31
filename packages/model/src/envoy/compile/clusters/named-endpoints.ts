import type { ResourceOf } from '../../../graph/graph-lookup.ts';
import { matchesSelector } from '../../../resources/match-selector.ts';
import type { Labels } from '../../../resources/resource.ts';
import {
  integerField,
  isRecord,
  labelsField,
  listField,
  recordField,
  textField,
  type ValueRecord,
} from '../../../resources/tolerant-value.ts';
import type { NamedEndpoint } from '../../cluster-config.ts';
import type { RegistryPort } from '../world/registry-service.ts';

/**
 * What Envoy looks up for a ServiceEntry: its endpoints, and where it lists none the host itself
 * (`convertServiceEntryToInstances`). null: workloads are, which are not in the text.
 */
export function namedEndpoints(
  { value }: ResourceOf<'ServiceEntry'>,
  host: string,
  port: RegistryPort,
  subset: Labels,
): readonly NamedEndpoint[] | null {
  const spec = recordField(value, 'spec');
  if (Object.keys(recordField(spec, 'workloadSelector')).length > 0) return null;
  const usual = typeof port.target === 'number' ? port.target : port.number;
  const listed = listField(spec, 'endpoints').filter(isRecord);
  if (listed.length === 0)
    return Object.keys(subset).length === 0
      ? [{ address: host, port: usual, locality: '', weight: 1, speaksMutualTls: false }]
      : [];
  return listed
    .filter((one) => matchesSelector(subset, labelsField(one, 'labels')))
    .map((one) => readEndpoint(one, host, port.name, usual));
}

function readEndpoint(
  one: ValueRecord,
  host: string,
  portName: string,
  usual: number,
): NamedEndpoint {
  return {
    address: textField(one, 'address') ?? host,
    port: integerField(recordField(one, 'ports'), portName) || usual,
    locality: textField(one, 'locality') ?? '',
    weight: Math.max(integerField(one, 'weight') ?? 1, 1),
    speaksMutualTls: labelsField(one, 'labels')['security.istio.io/tlsMode'] === 'istio',
  };
}
