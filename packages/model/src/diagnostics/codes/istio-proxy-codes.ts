import type { CodeEntry } from './catalogue.ts';

const ANALYSIS = 'https://istio.io/latest/docs/reference/config/analysis';
const LATER =
  'Patches are carried out by priority, then in the order of their namespaces and names; a patch that goes by another filter finds only those that are there by then.';

/** Codes of `istioctl analyze` about what is patched into proxies, and what they report. */
export const ISTIO_PROXY_CODES = {
  IST0151: {
    severity: 'warning',
    title: 'A patch that may come too early',
    explanation: LATER,
    symptom: 'The filter is missing, or stands in another place, without any message.',
    link: `${ANALYSIS}/ist0151/`,
    template:
      'This EnvoyFilter does not have a priority and has a relative patch operation set which can cause the EnvoyFilter not to be applied. Using the INSERT_FIRST of ADD option or setting the priority may help in ensuring the EnvoyFilter is applied correctly.',
  },
  IST0152: {
    severity: 'error',
    title: 'Something that cannot be replaced',
    explanation: 'Istio replaces filters and virtual hosts as a whole, and nothing else.',
    symptom: 'The patch has no effect.',
    link: `${ANALYSIS}/ist0152/`,
    template: 'The REPLACE operation is only valid for HTTP_FILTER and NETWORK_FILTER.',
  },
  IST0153: {
    severity: 'error',
    title: 'Something that nothing can be added to',
    explanation: 'Istio ignores ADD for whole route configurations and for routes.',
    symptom: 'The patch has no effect.',
    link: `${ANALYSIS}/ist0153/`,
    template:
      'The ADD operation will be ignored when applyTo is set to ROUTE_CONFIGURATION, or HTTP_ROUTE.',
  },
  IST0154: {
    severity: 'error',
    title: 'Something that cannot be removed',
    explanation: 'Istio ignores REMOVE for whole route configurations and for routes.',
    symptom: 'The patch has no effect.',
    link: `${ANALYSIS}/ist0154/`,
    template:
      'The REMOVE operation will be ignored when applyTo is set to ROUTE_CONFIGURATION, or HTTP_ROUTE.',
  },
  IST0155: {
    severity: 'warning',
    title: 'A patch that may come too early in an upgrade',
    explanation: LATER,
    symptom: 'During an upgrade the filter is missing in the proxies of one of the versions.',
    link: `${ANALYSIS}/ist0155/`,
    template:
      'This EnvoyFilter does not have a priority and has a relative patch operation (NSTERT_BEFORE/AFTER, REPLACE, MERGE, DELETE) and proxyVersion set which can cause the EnvoyFilter not to be applied during an upgrade. Using the INSERT_FIRST or ADD option or setting the priority may help in ensuring the EnvoyFilter is applied correctly.',
  },
  IST0157: {
    severity: 'warning',
    title: 'An access log without a provider',
    explanation:
      'A Telemetry turns the access log on for a provider that it names, or for those that the settings of the mesh have as defaults.',
    symptom: 'Nothing is logged.',
    link: `${ANALYSIS}/ist0157/`,
    template: 'The Telemetry %v in namespace %q with empty providers will be ignored.',
  },
  IST0159: {
    severity: 'error',
    title: 'Several Telemetries for one pod',
    explanation: 'Of several Telemetries that select a pod Istio uses only the oldest.',
    symptom: 'The settings of the others have no effect.',
    link: `${ANALYSIS}/ist0159/`,
    template:
      'The Telemetries %v in namespace %q select the same workload pod %q, which can lead to undefined behavior.',
  },
  IST0160: {
    severity: 'error',
    title: 'Several Telemetries for one namespace',
    explanation:
      'A Telemetry without a selector is for all pods of its namespace. Of several Istio uses only the oldest.',
    symptom: 'The settings of the others have no effect.',
    link: `${ANALYSIS}/ist0160/`,
    template:
      'The Telemetries %v in namespace %q have no workload selector, which can lead to undefined behavior.',
  },
  IST0171: {
    severity: 'warning',
    title: 'The cluster has refused it',
    explanation:
      'What the cluster made of a resource, it writes under status. A condition that is False says what it could not do.',
    symptom: 'The resource has no effect, or only a part of it has one.',
    link: `${ANALYSIS}/ist0171/`,
  },
} as const satisfies Readonly<Record<string, CodeEntry>>;
