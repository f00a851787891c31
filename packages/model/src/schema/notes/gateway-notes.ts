import type { FieldNotes, KindNotes } from '../field-note.ts';

/** How a proxy serves TLS: on the servers of a Gateway and the listeners of a Sidecar. */
export const SERVER_TLS_NOTES: FieldNotes = {
  '**.tls': {
    choices: [['credentialName', 'credentialNames', 'tlsCertificates', 'serverCertificate']],
  },
  '**.tls.mode': { defaultValue: 'PASSTHROUGH' },
  '**.tls.credentialName': { format: 'credential-name' },
  '**.tls.credentialNames[]': { format: 'credential-name' },
  '**.tls.caCertCredentialName': { format: 'credential-name' },
  '**.tls.httpsRedirect': { defaultValue: 'false' },
  '**.tls.minProtocolVersion': { defaultValue: 'TLSV1_2' },
  '**.tls.maxProtocolVersion': { defaultValue: 'TLSV1_3' },
  '**.tls.tlsCertificates[].caCertificates': {
    description:
      'The path to the file with the certificates that client certificates are verified with.',
  },
};

/** Gateway: servers, their ports, hosts and TLS, and the proxies that they are on. */
export const GATEWAY_NOTES: KindNotes = {
  group: 'networking.istio.io',
  kind: 'Gateway',
  common: [
    'spec',
    'spec.selector',
    'spec.servers',
    'spec.servers[].name',
    'spec.servers[].port',
    'spec.servers[].port.number',
    'spec.servers[].port.name',
    'spec.servers[].port.protocol',
    'spec.servers[].hosts',
    'spec.servers[].tls',
    'spec.servers[].tls.mode',
    'spec.servers[].tls.credentialName',
    'spec.servers[].tls.httpsRedirect',
    'spec.servers[].tls.serverCertificate',
    'spec.servers[].tls.privateKey',
    'spec.servers[].tls.caCertificates',
  ],
  notes: {
    ...SERVER_TLS_NOTES,
    'spec.selector': { format: 'labels' },
    'metadata.name': { format: 'dns-label' },
    'spec.servers[].port.number': { format: 'port' },
    'spec.servers[].port.protocol': { format: 'protocol' },
    'spec.servers[].port.targetPort': {
      format: 'port',
      description: 'Istio does not use it: the Service in front of the gateway decides.',
      deprecation: 'It has no effect: set the port on the Service in front of the gateway.',
    },
    'spec.servers[].hosts[]': { format: 'server-host' },
    'spec.servers[].bind': { defaultValue: 'all addresses of the gateway' },
    'spec.servers[].defaultEndpoint': {
      description: 'Where traffic goes that no route takes, as `127.0.0.1:8080` or `unix:///path`.',
    },
  },
};
