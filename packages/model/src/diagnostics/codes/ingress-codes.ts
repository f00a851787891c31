import type { CodeEntry } from './catalogue.ts';

const GATEWAY = 'https://istio.io/latest/docs/reference/config/networking/gateway/';
const VIRTUAL_SERVICE = 'https://istio.io/latest/docs/reference/config/networking/virtual-service/';

/** Codes of how Gateways, VirtualServices and Services meet, which neither Istio nor Kiali has: PTL20x, 23x and 25x to 27x. */
export const INGRESS_CODES = {
  PTL200: {
    severity: 'warning',
    title: 'A host that the Gateway does not take',
    explanation:
      'A VirtualService gets requests only for the hosts that it and a server of the Gateway have in common. Here they have some in common, and not this one.',
    symptom: 'Requests for this host get 404 from the Gateway; those for the other hosts work.',
    link: `${VIRTUAL_SERVICE}#VirtualService`,
  },
  PTL201: {
    severity: 'warning',
    title: 'A wildcard that does not stand for this host',
    explanation:
      '"*.example.com" stands for every name below example.com, however deep, and not for example.com itself.',
    symptom: 'Requests for this host get 404 from the Gateway.',
    link: `${GATEWAY}#Server`,
  },
  PTL202: {
    severity: 'warning',
    title: 'A host that the Gateway keeps for other namespaces',
    explanation:
      'A server host with a namespace in front ("team-a/shop.example.com", "./*") is for VirtualServices of that namespace alone; "." is the namespace of the Gateway.',
    symptom: 'Requests for this host get 404 from the Gateway.',
    link: `${GATEWAY}#Server`,
  },
  PTL203: {
    severity: 'warning',
    title: 'Hosts that differ in capital letters',
    explanation:
      'Hosts have no case in DNS, but Istio compares those of Gateways and VirtualServices letter by letter.',
    symptom: 'Requests for this host get 404 from the Gateway.',
    link: `${GATEWAY}#Server`,
  },
  PTL204: {
    severity: 'info',
    title: 'Routes that count inside the mesh alone',
    explanation:
      'A VirtualService that names no Gateway is for requests that pods of the mesh send. Requests from outside come through a Gateway, and it has to name that.',
    symptom: 'Requests from outside get 404, or go where another VirtualService sends them.',
    link: `${VIRTUAL_SERVICE}#VirtualService`,
  },
  PTL205: {
    severity: 'warning',
    title: 'A Gateway without routes',
    explanation:
      'A Gateway opens ports. Where the requests go, VirtualServices say that name it, and none does.',
    symptom:
      'Requests get 404; at TCP and TLS servers nothing listens, and connections are refused.',
    link: `${GATEWAY}#Gateway`,
  },
  PTL206: {
    severity: 'info',
    title: 'A server without routes',
    explanation:
      'VirtualServices name this Gateway, and none has a host in common with this server of it.',
    symptom: 'Requests to this server get 404; at TCP and TLS servers connections are refused.',
    link: `${GATEWAY}#Server`,
  },
  PTL230: {
    severity: 'warning',
    title: 'Routes of a kind that the server does not use',
    explanation:
      'Where the gateway ends TLS, or there is none, it sees requests and uses http routes. With PASSTHROUGH it sees only the server name, and uses tls routes. For TCP it uses tcp routes.',
    symptom:
      'The routes do nothing: connections are refused where no other route is, else requests get 404.',
    link: `${GATEWAY}#ServerTLSSettings-TLSmode`,
  },
  PTL250: {
    severity: 'warning',
    title: 'A VirtualService that its Gateway does not see',
    explanation:
      'exportTo says which namespaces see a VirtualService. What counts for a Gateway is the namespace of its pods, not that of the Gateway.',
    symptom: 'Requests for the hosts of the VirtualService get 404.',
    link: `${VIRTUAL_SERVICE}#VirtualService`,
  },
  PTL251: {
    severity: 'warning',
    title: 'A destination that the Gateway does not see',
    explanation:
      'A gateway knows only the Services and ServiceEntries that are exported to the namespace of its pods.',
    symptom: 'Requests get 503, with the flag NC (no cluster).',
    link: 'https://istio.io/latest/docs/reference/config/networking/service-entry/#ServiceEntry',
  },
  PTL252: {
    severity: 'warning',
    title: 'A subset that the Gateway does not see',
    explanation:
      "A DestinationRule counts for a gateway where it is in the namespace of the gateway's pods, of the Service, or in Istio's own, and is exported to these pods.",
    symptom: 'Requests get 503, with the flag NC (no cluster).',
    link: 'https://istio.io/latest/docs/ops/best-practices/traffic-management/#cross-namespace-configuration',
  },
  PTL260: {
    severity: 'error',
    title: 'A server whose port has another protocol',
    explanation:
      'A port without TLS is for one protocol alone. Istio takes the servers one after the other, and drops those that do not go with the first, with nothing but a line in its log.',
    symptom: 'Connections for this server reach the other one: TLS fails, or requests get 404.',
    link: `${GATEWAY}#Server`,
  },
  PTL261: {
    severity: 'warning',
    title: 'A server that is dropped for one host',
    explanation:
      'Where a server with tls settings shares one host with an earlier one on the same port, Istio drops it as a whole.',
    symptom: 'The other hosts of the server get no certificate, and connections are reset.',
    link: `${GATEWAY}#Server`,
  },
  PTL270: {
    severity: 'warning',
    title: 'A Service that selects nothing',
    explanation:
      'A Service sends requests to the pods that have all labels of its selector, in its own namespace. None has, but some have almost the same.',
    symptom: 'Requests get 503, with the flag UH (no healthy upstream).',
    link: 'https://kubernetes.io/docs/concepts/services-networking/service/#defining-a-service',
  },
  PTL271: {
    severity: 'warning',
    title: 'Plain http at a port for https',
    explanation:
      'The gateway sends requests on as they are after TLS has ended: as plain http, unless a DestinationRule says that it begins TLS again.',
    symptom:
      'Requests get 400 ("The plain HTTP request was sent to HTTPS port") or 503, as the connection is reset.',
    link: 'https://istio.io/latest/docs/ops/common-problems/network-issues/#sending-https-to-an-http-port',
  },
  PTL272: {
    severity: 'warning',
    title: 'TLS within TLS',
    explanation:
      'tls routes pass on what the client has encrypted. A DestinationRule with the mode SIMPLE or MUTUAL encrypts that once more.',
    symptom: 'Connections are reset, or the client says that the TLS version is wrong.',
    link: 'https://istio.io/latest/docs/ops/common-problems/network-issues/#double-tls',
  },
} as const satisfies Readonly<Record<string, CodeEntry>>;
