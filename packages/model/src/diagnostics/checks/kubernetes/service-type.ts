import { isIpAddress } from '../../../schema/values/address-rules.ts';
import { quoted } from '../../../schema/values/quoted.ts';
import type { ResourceCheck } from '../../engine/check.ts';
import {
  at,
  isFilled,
  isSet,
  itemsOf,
  numberOf,
  type Place,
  pathOf,
  textOf,
  topPlace,
} from '../validation/place.ts';

/** Whether the fields of a Service go with its type. */
export const serviceType: ResourceCheck = {
  name: 'service-type',
  codes: ['PTL131'],
  about: ['Service'],
  reads: [],
  run: (resource, _lookup, report) => {
    const spec = at(topPlace(resource.value), 'spec');
    const type = textOf(at(spec, 'type')) || 'ClusterIP';
    const say: Say = (place, message) =>
      report({ code: 'PTL131', resource, path: pathOf(place), message });
    if (type === 'ExternalName') judgeExternalName(spec, say);
    else judgeAddress(spec, type, say);
    if (type !== 'NodePort' && type !== 'LoadBalancer') judgeInside(spec, type, say);
    if (type !== 'LoadBalancer') judgeBalanced(spec, type, say);
    judgeHealthCheck(spec, type, say);
  },
};

type Say = (place: Place, message: string) => void;

function judgeExternalName(spec: Place, say: Say): void {
  const name = at(spec, 'externalName');
  if (textOf(name) === '' && !(isSet(name) && typeof name.value !== 'string'))
    say(
      name,
      'A Service of type ExternalName is another name for a host. Write it in externalName.',
    );
  const address = at(spec, 'clusterIP');
  if (isSet(address) && address.value !== '' && address.value !== 'None')
    say(address, 'A Service of type ExternalName has no address. Take clusterIP out.');
}

function judgeAddress(spec: Place, type: string, say: Say): void {
  const place = at(spec, 'clusterIP');
  const address = textOf(place);
  if (address === 'None' && type !== 'ClusterIP')
    say(
      place,
      `A Service without an address (clusterIP: None) cannot be of type ${type}. Take one of the two out.`,
    );
  else if (address !== '' && address !== 'None' && !isIpAddress(address))
    say(
      place,
      `${quoted(address)} is no IP address. Leave clusterIP out and the cluster chooses one, or write None.`,
    );
}

function judgeInside(spec: Place, type: string, say: Say): void {
  for (const port of itemsOf(at(spec, 'ports'))) {
    if (numberOf(at(port, 'nodePort')) > 0)
      say(
        at(port, 'nodePort'),
        `A Service of type ${type} has no node ports. Take it out, or write type: NodePort or LoadBalancer.`,
      );
  }
  const policy = at(spec, 'externalTrafficPolicy');
  if (textOf(policy) !== '' && !isFilled(at(spec, 'externalIPs')))
    say(
      policy,
      `externalTrafficPolicy is for Services that are reached from outside, and this one is of type ${type}. Take it out, or write type: NodePort or LoadBalancer.`,
    );
}

function judgeBalanced(spec: Place, type: string, say: Say): void {
  for (const name of [
    'loadBalancerSourceRanges',
    'loadBalancerClass',
    'allocateLoadBalancerNodePorts',
  ]) {
    const place = at(spec, name);
    if (isFilled(place) || textOf(place) !== '' || typeof place.value === 'boolean')
      say(
        place,
        `${name} is for Services of type LoadBalancer, and this one is of type ${type}. Take it out, or write type: LoadBalancer.`,
      );
  }
}

function judgeHealthCheck(spec: Place, type: string, say: Say): void {
  const port = at(spec, 'healthCheckNodePort');
  const isLocal = textOf(at(spec, 'externalTrafficPolicy')) === 'Local';
  if (numberOf(port) > 0 && !(type === 'LoadBalancer' && isLocal))
    say(
      port,
      'healthCheckNodePort is for Services of type LoadBalancer with externalTrafficPolicy: Local. Take it out.',
    );
  const affinity = at(spec, 'sessionAffinityConfig');
  if (isSet(affinity) && textOf(at(spec, 'sessionAffinity')) !== 'ClientIP')
    say(
      affinity,
      'sessionAffinityConfig has a meaning only with sessionAffinity: ClientIP. Add it, or take this out.',
    );
}
