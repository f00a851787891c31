import type { AssumedGateway, Assumptions } from './assumptions.ts';

/** One thing that the text does not hold, and that can be said to be so. */
export type Assumable =
  | { readonly kind: 'external-host'; readonly host: string }
  | { readonly kind: 'foreign-namespace'; readonly namespace: string }
  | { readonly kind: 'secret'; readonly namespace: string; readonly name: string }
  | { readonly kind: 'gateway'; readonly gateway: AssumedGateway }
  /** The Service in front of an assumed gateway has this port, too. */
  | { readonly kind: 'gateway-port'; readonly gateway: GatewayPlace; readonly port: number }
  /** A load balancer in front of an assumed gateway ends TLS. */
  | { readonly kind: 'tls-in-front'; readonly gateway: GatewayPlace };

/** Which of the assumed gateways is meant. */
export type GatewayPlace = Pick<AssumedGateway, 'namespace' | 'name'>;

/** The assumptions with this one among them; the same object where it is already. */
export function assume(assumptions: Assumptions, assumable: Assumable): Assumptions {
  switch (assumable.kind) {
    case 'external-host':
      return addTo(assumptions, 'externalHosts', assumable.host);
    case 'foreign-namespace':
      return addTo(assumptions, 'foreignNamespaces', assumable.namespace);
    case 'secret':
      return addTo(assumptions, 'secrets', `${assumable.namespace}/${assumable.name}`);
    case 'gateway':
      return addGateway(assumptions, assumable.gateway);
    case 'gateway-port':
      return changeGateway(assumptions, assumable.gateway, (gateway) =>
        addPort(gateway, assumable.port),
      );
    case 'tls-in-front':
      return changeGateway(assumptions, assumable.gateway, (gateway) => ({
        ...gateway,
        tlsTerminatedInFront: true,
      }));
  }
}

/** What is assumed, as a sentence that the user says. */
export function describeAssumable(assumable: Assumable): string {
  switch (assumable.kind) {
    case 'external-host':
      return `The host ${assumable.host} exists outside this text`;
    case 'foreign-namespace':
      return `The namespace ${assumable.namespace} belongs to another team`;
    case 'secret':
      return `The Secret ${assumable.name} exists in ${assumable.namespace}`;
    case 'gateway':
      return `A gateway with the labels ${listLabels(assumable.gateway)} runs in ${assumable.gateway.namespace}`;
    case 'gateway-port':
      return `The Service ${assumable.gateway.name} has the port ${assumable.port}, too`;
    case 'tls-in-front':
      return `A load balancer in front of ${assumable.gateway.name} ends TLS`;
  }
}

type ListField = 'externalHosts' | 'foreignNamespaces' | 'secrets';

function addTo(assumptions: Assumptions, field: ListField, entry: string): Assumptions {
  const known = assumptions[field];
  return known.includes(entry) ? assumptions : { ...assumptions, [field]: [...known, entry] };
}

function addGateway(assumptions: Assumptions, gateway: AssumedGateway): Assumptions {
  const others = assumptions.gateways.filter((one) => !isPlace(one, gateway));
  return { ...assumptions, gateways: [...others, gateway] };
}

function changeGateway(
  assumptions: Assumptions,
  place: GatewayPlace,
  change: (gateway: AssumedGateway) => AssumedGateway,
): Assumptions {
  const gateways = assumptions.gateways.map((one) => (isPlace(one, place) ? change(one) : one));
  return { ...assumptions, gateways };
}

function isPlace(one: GatewayPlace, other: GatewayPlace): boolean {
  return one.name === other.name && one.namespace === other.namespace;
}

function addPort(gateway: AssumedGateway, port: number): AssumedGateway {
  const service = gateway.service ?? { type: 'LoadBalancer', ports: [] };
  if (service.ports.some((one) => one.port === port)) return gateway;
  return {
    ...gateway,
    service: { ...service, ports: [...service.ports, { port, targetPort: port }] },
  };
}

function listLabels({ labels }: AssumedGateway): string {
  return Object.entries(labels)
    .map((pair) => pair.join('='))
    .join(', ');
}
