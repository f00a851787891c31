import type { KindNotes } from '../field-note.ts';

/** EnvoyFilter: changes of what Istio tells Envoy. */
export const ENVOY_FILTER_NOTES: KindNotes = {
  group: 'networking.istio.io',
  kind: 'EnvoyFilter',
  common: [
    'spec',
    'spec.workloadSelector',
    'spec.workloadSelector.labels',
    'spec.configPatches',
    'spec.configPatches[].applyTo',
    'spec.configPatches[].match',
    'spec.configPatches[].match.context',
    'spec.configPatches[].patch',
    'spec.configPatches[].patch.operation',
    'spec.configPatches[].patch.value',
    'spec.priority',
  ],
  notes: {
    '**.portNumber': { format: 'port' },
    '**.destinationPort': { format: 'port' },
    '**.listener.portName': {
      description: 'The name of the port.',
      deprecation: 'Istio ignores it: use `portNumber`.',
    },
    '**.match.waypoint': { description: 'Matches parts of a waypoint proxy.' },
    'spec.priority': { defaultValue: '0' },
    spec: { choices: [['workloadSelector', 'targetRefs']] },
  },
};

/** Telemetry: what is traced, counted and logged. */
export const TELEMETRY_NOTES: KindNotes = {
  group: 'telemetry.istio.io',
  kind: 'Telemetry',
  common: [
    'spec',
    'spec.selector',
    'spec.selector.matchLabels',
    'spec.accessLogging',
    'spec.accessLogging[].providers',
    'spec.accessLogging[].disabled',
    'spec.metrics',
    'spec.metrics[].providers',
    'spec.metrics[].overrides',
    'spec.tracing',
    'spec.tracing[].providers',
    'spec.tracing[].randomSamplingPercentage',
    'spec.tracing[].customTags',
  ],
  notes: {
    'spec.metrics[].reportingInterval': { format: 'duration' },
    'spec.tracing[].randomSamplingPercentage': { format: 'percentage' },
    '**.useRequestIdForTraceSampling': {
      description: 'Whether the request id says if a request is traced.',
    },
    spec: { choices: [['selector', 'targetRef', 'targetRefs']] },
  },
};

/** WasmPlugin: code of one's own in the proxies. */
export const WASM_PLUGIN_NOTES: KindNotes = {
  group: 'extensions.istio.io',
  kind: 'WasmPlugin',
  common: [
    'spec',
    'spec.selector',
    'spec.selector.matchLabels',
    'spec.url',
    'spec.phase',
    'spec.pluginName',
    'spec.pluginConfig',
  ],
  notes: {
    'spec.match[].ports[].number': { format: 'port', description: 'The number of the port.' },
    'spec.verificationKey': { description: 'The public key that signed the image.' },
    spec: { choices: [['selector', 'targetRef', 'targetRefs']] },
  },
};
