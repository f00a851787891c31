import type { KindNotes } from '../field-note.ts';
import { DESTINATION_RULE_NOTES } from './destination-rule-notes.ts';
import { ENVOY_FILTER_NOTES, TELEMETRY_NOTES, WASM_PLUGIN_NOTES } from './extension-notes.ts';
import { GATEWAY_NOTES } from './gateway-notes.ts';
import {
  AUTHORIZATION_POLICY_NOTES,
  PEER_AUTHENTICATION_NOTES,
  REQUEST_AUTHENTICATION_NOTES,
} from './security-notes.ts';
import {
  SERVICE_ENTRY_NOTES,
  WORKLOAD_ENTRY_NOTES,
  WORKLOAD_GROUP_NOTES,
} from './service-entry-notes.ts';
import { CONFIG_MAP_NOTES, INGRESS_NOTES, SECRET_NOTES, SERVICE_NOTES } from './service-notes.ts';
import { SIDECAR_NOTES } from './sidecar-notes.ts';
import { VIRTUAL_SERVICE_NOTES } from './virtual-service-notes.ts';
import {
  DAEMON_SET_NOTES,
  DEPLOYMENT_NOTES,
  POD_WORKLOAD_NOTES,
  STATEFUL_SET_NOTES,
} from './workload-notes.ts';

/** The notes on every kind that has any. */
export const ALL_NOTES: readonly KindNotes[] = [
  GATEWAY_NOTES,
  VIRTUAL_SERVICE_NOTES,
  DESTINATION_RULE_NOTES,
  SERVICE_ENTRY_NOTES,
  WORKLOAD_ENTRY_NOTES,
  WORKLOAD_GROUP_NOTES,
  SIDECAR_NOTES,
  ENVOY_FILTER_NOTES,
  AUTHORIZATION_POLICY_NOTES,
  PEER_AUTHENTICATION_NOTES,
  REQUEST_AUTHENTICATION_NOTES,
  TELEMETRY_NOTES,
  WASM_PLUGIN_NOTES,
  SERVICE_NOTES,
  INGRESS_NOTES,
  SECRET_NOTES,
  CONFIG_MAP_NOTES,
  POD_WORKLOAD_NOTES,
  DEPLOYMENT_NOTES,
  STATEFUL_SET_NOTES,
  DAEMON_SET_NOTES,
];
