import { DNS_HOST } from '../host-name-forms.ts';
import { LOCAL_OBJECT, objectReference } from '../reference-forms.ts';
import type { NamingKinds } from './naming-kinds.ts';

const DOCS = 'https://gateway-api.sigs.k8s.io/reference/spec/';
const GROUP = 'gateway.networking.k8s.io';
const SECRET = objectReference({ group: '', kind: 'Secret', namespaced: true });
const CONFIG_MAP = objectReference({ group: '', kind: 'ConfigMap', namespaced: true });
const SERVICE = objectReference({ group: '', kind: 'Service', namespaced: true });

/** What routes and others are attached to: a Gateway, or for the mesh a Service or ServiceEntry. */
export const PARENT = objectReference({ group: GROUP, kind: 'Gateway', namespaced: true });

const FILTERS = 'spec.rules[].{filters[],backendRefs[].filters[]}';

/** What the kinds of the Gateway API name. Its Gateways are other ones than Istio's. */
export const GATEWAY_API_NAMES: readonly NamingKinds[] = [
  {
    kinds: ['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute', 'UDPRoute'].map(
      (kind) => `${kind}.${GROUP}`,
    ),
    source: DOCS,
    names: [
      ['spec.parentRefs[]', PARENT],
      ['spec.rules[].backendRefs[]', SERVICE],
      [`${FILTERS}.requestMirror.backendRef`, SERVICE],
      [`${FILTERS}.extensionRef`, LOCAL_OBJECT],
      [`${FILTERS}.{requestRedirect,urlRewrite}.hostname`, DNS_HOST],
    ],
  },
  {
    kinds: [`Gateway.${GROUP}`],
    source: DOCS,
    names: [
      ['spec.listeners[].tls.certificateRefs[]', SECRET],
      ['spec.tls.backend.clientCertificateRef', SECRET],
      ['spec.listeners[].tls.frontendValidation.caCertificateRefs[]', CONFIG_MAP],
      ['spec.tls.frontend.{default,perPort[].tls}.validation.caCertificateRefs[]', CONFIG_MAP],
      ['spec.infrastructure.parametersRef', LOCAL_OBJECT],
      // Istio takes a gateway that is there already by the name of its Service.
      ['spec.addresses[].value', DNS_HOST],
    ],
  },
  {
    kinds: [`GatewayClass.${GROUP}`],
    source: DOCS,
    names: [['spec.parametersRef', objectReference({ group: '', kind: '', namespaced: true })]],
  },
  {
    kinds: [`ListenerSet.${GROUP}`, 'XListenerSet.gateway.networking.x-k8s.io'],
    source: DOCS,
    names: [
      ['spec.parentRef', PARENT],
      ['spec.listeners[].tls.certificateRefs[]', SECRET],
    ],
  },
  {
    kinds: [`BackendTLSPolicy.${GROUP}`],
    source: DOCS,
    names: [
      ['spec.targetRefs[]', objectReference({ group: '', kind: 'Service', namespaced: false })],
      [
        'spec.validation.caCertificateRefs[]',
        objectReference({ group: '', kind: 'ConfigMap', namespaced: false }),
      ],
    ],
  },
  {
    kinds: [`ReferenceGrant.${GROUP}`],
    source: DOCS,
    names: [['spec.to[]', LOCAL_OBJECT]],
  },
];
