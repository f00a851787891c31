import { whyNotPort } from '../../../schema/values/number-rules.ts';
import { quoted } from '../../../schema/values/quoted.ts';
import type { ResourceCheck } from '../../engine/check.ts';
import {
  at,
  isEmptyList,
  isSet,
  itemsOf,
  numberOf,
  type Place,
  pathOf,
  textOf,
  topPlace,
} from '../validation/place.ts';

/** Whether the ports of a Service go together. Each for itself is a matter of structure. */
export const servicePorts: ResourceCheck = {
  name: 'service-ports',
  codes: ['PTL130', 'PTL132'],
  about: ['Service'],
  reads: [],
  run: (resource, _lookup, report) => {
    const say: Say = (place, message, code = 'PTL130') =>
      report({
        code,
        resource,
        path: pathOf(place),
        message,
        ...(code === 'PTL132' ? { certainty: 'unknown', severity: 'warning' } : {}),
      });
    const spec = at(topPlace(resource.value), 'spec');
    const ports = at(spec, 'ports');
    const isWithoutPorts =
      textOf(at(spec, 'type')) === 'ExternalName' || textOf(at(spec, 'clusterIP')) === 'None';
    if (isEmptyList(ports) && !isWithoutPorts)
      say(
        ports,
        'This Service has no ports, so nothing can be reached through it. Add one with its number.',
      );
    for (const port of itemsOf(ports)) judgeNodePort(at(port, 'nodePort'), say);
    judgeRepeated(itemsOf(ports), say);
  },
};

type Say = (place: Place, message: string, code?: 'PTL130' | 'PTL132') => void;

function judgeNodePort(place: Place, say: Say): void {
  const nodePort = numberOf(place);
  if (nodePort > 0 && whyNotPort(nodePort) === null && (nodePort < 30_000 || nodePort > 32_767))
    say(
      place,
      `${nodePort} is no node port, unless the cluster was set up with other ones: they go from 30000 to 32767. Write one of these, or leave it out and the cluster chooses.`,
      'PTL132',
    );
}

function judgeRepeated(ports: readonly Place[], say: Say): void {
  const names = new Set<string>();
  const numbers = new Set<string>();
  const nodePorts = new Set<string>();
  for (const port of ports) {
    const name = textOf(at(port, 'name'));
    const protocol = textOf(at(port, 'protocol')) || 'TCP';
    if (name === '' && ports.length > 1 && isSet(port))
      say(
        at(port, 'name'),
        'A Service with several ports needs a name for each. Give this one its own, such as http.',
      );
    if (name !== '' && names.has(name))
      say(at(port, 'name'), `Another port is named ${quoted(name)}. Give each its own name.`);
    names.add(name);
    const number = numberOf(at(port, 'port'));
    if (number > 0 && numbers.has(`${number}/${protocol}`))
      say(at(port, 'port'), `The port ${number} (${protocol}) is in the list already. Keep one.`);
    numbers.add(`${number}/${protocol}`);
    const nodePort = numberOf(at(port, 'nodePort'));
    if (nodePort > 0 && nodePorts.has(`${nodePort}/${protocol}`))
      say(
        at(port, 'nodePort'),
        `Another port has the node port ${nodePort} already. Give each its own, or leave it out.`,
      );
    nodePorts.add(`${nodePort}/${protocol}`);
  }
}
