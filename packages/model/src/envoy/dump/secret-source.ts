import { type JsonObject, optional } from './json-value.ts';

const FROM_ISTIOD = { ads: {}, resource_api_version: 'V3' };
const FROM_AGENT: JsonObject = {
  api_config_source: {
    api_type: 'GRPC',
    transport_api_version: 'V3',
    grpc_services: [{ envoy_grpc: { cluster_name: 'sds-grpc' } }],
    set_node_on_first_message_only: true,
  },
  resource_api_version: 'V3',
};

/** Where Envoy gets a Secret: istiod serves those that have a name with their kind (`ToResourceName`). */
export function fromIstiod(name: string): JsonObject {
  if (name.startsWith('builtin://')) return fromAgent('default');
  const isWhole = /^(?:kubernetes|kubernetes-gateway|configmap):\/\//.test(name);
  return {
    name: isWhole ? name : `kubernetes://${name.replace(/^sds:\/\//, '')}`,
    sds_config: FROM_ISTIOD,
  };
}

/** Files of the pod, and what the mesh gave it (`default`, `ROOTCA`), come from the agent beside Envoy. */
export function fromAgent(name: string): JsonObject {
  // The mesh's own are waited for as long as it takes; files may not be there.
  const isOwn = name === 'default' || name === 'ROOTCA';
  return {
    name,
    sds_config: { ...FROM_AGENT, ...(isOwn ? { initial_fetch_timeout: '0s' } : {}) },
  };
}

/** The names that a certificate has to have one of; nothing where any will do. */
export function matchNames(names: readonly string[]): JsonObject {
  return optional(
    'match_subject_alt_names',
    names.map((exact) => ({ exact })),
  );
}
