import { isRecord, listField, recordField } from '../../../resources/tolerant-value.ts';
import type { ResourceCheck } from '../../engine/check.ts';
import { findMeshConfig, MESH_CONFIGS } from '../../relations/mesh-config.ts';

/** Does access logging say where to? As Istio's telemetry.ProviderAnalyzer has it. */
export const telemetryProviders: ResourceCheck = {
  name: 'telemetry-providers',
  codes: ['IST0157'],
  about: ['Telemetry.telemetry.istio.io'],
  reads: [MESH_CONFIGS],
  run: (resource, lookup, report) => {
    const logging = listField(recordField(resource.value, 'spec'), 'accessLogging');
    const empty = logging.findIndex(
      (one) => isRecord(one) && listField(one, 'providers').length === 0,
    );
    if (empty < 0) return;
    const config = findMeshConfig(lookup);
    const defaults = config === null ? null : recordField(config, 'defaultProviders');
    if (defaults !== null && listField(defaults, 'accessLogging').length > 0) return;
    const { namespace, name } = resource;
    report({
      code: 'IST0157',
      resource,
      path: ['spec', 'accessLogging', empty],
      certainty: config === null ? 'unknown' : 'wrong',
      message:
        'This names no provider for the access log, so nothing is logged unless the settings of the mesh name a default one. Write providers: [{name: envoy}].',
      args: [name, namespace],
    });
  },
};
