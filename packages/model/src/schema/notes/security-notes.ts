import type { KindNotes } from '../field-note.ts';

const GROUP = 'security.istio.io';
const SELECTOR = ['spec', 'spec.selector', 'spec.selector.matchLabels', 'spec.targetRefs'];

/** AuthorizationPolicy: who may send which requests. */
export const AUTHORIZATION_POLICY_NOTES: KindNotes = {
  group: GROUP,
  kind: 'AuthorizationPolicy',
  common: [
    ...SELECTOR,
    'spec.action',
    'spec.rules',
    'spec.rules[].from',
    'spec.rules[].from[].source',
    '**.source.principals',
    '**.source.requestPrincipals',
    '**.source.namespaces',
    '**.source.ipBlocks',
    'spec.rules[].to',
    'spec.rules[].to[].operation',
    '**.operation.hosts',
    '**.operation.ports',
    '**.operation.methods',
    '**.operation.paths',
    'spec.rules[].when',
    'spec.rules[].when[].key',
    'spec.rules[].when[].values',
  ],
  notes: {
    'spec.action': { defaultValue: 'ALLOW' },
    spec: { choices: [['selector', 'targetRef', 'targetRefs']] },
    '**.source.ipBlocks[]': { format: 'cidr' },
    '**.source.notIpBlocks[]': { format: 'cidr' },
    '**.source.remoteIpBlocks[]': { format: 'cidr' },
    '**.source.notRemoteIpBlocks[]': { format: 'cidr' },
  },
};

/** PeerAuthentication: whether workloads ask for mutual TLS. */
export const PEER_AUTHENTICATION_NOTES: KindNotes = {
  group: GROUP,
  kind: 'PeerAuthentication',
  common: [
    'spec',
    'spec.selector',
    'spec.selector.matchLabels',
    'spec.mtls',
    'spec.mtls.mode',
    'spec.portLevelMtls',
  ],
  notes: {
    '**.mode': { defaultValue: 'UNSET: as for the namespace or the mesh, else PERMISSIVE' },
  },
};

/** RequestAuthentication: which JSON Web Tokens are taken. */
export const REQUEST_AUTHENTICATION_NOTES: KindNotes = {
  group: GROUP,
  kind: 'RequestAuthentication',
  common: [
    ...SELECTOR,
    'spec.jwtRules',
    'spec.jwtRules[].issuer',
    'spec.jwtRules[].audiences',
    'spec.jwtRules[].jwksUri',
    'spec.jwtRules[].jwks',
    'spec.jwtRules[].fromHeaders',
    'spec.jwtRules[].forwardOriginalToken',
  ],
  notes: {
    spec: { choices: [['selector', 'targetRef', 'targetRefs']] },
    'spec.jwtRules[]': { choices: [['jwksUri', 'jwks']] },
    'spec.jwtRules[].jwksUri': { format: 'web-address' },
    'spec.jwtRules[].timeout': { format: 'duration', defaultValue: '5s' },
    'spec.jwtRules[].forwardOriginalToken': { defaultValue: 'false' },
    '**.fromHeaders[].name': { format: 'header-name' },
    '**.outputClaimToHeaders[].header': { format: 'header-name' },
  },
};
