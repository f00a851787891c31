import { quoted } from '../../../../schema/values/quoted.ts';
import { quoteGo } from '../../../engine/format-go.ts';
import type { Judge } from '../judge.ts';
import { judgePort, judgePortName } from '../parts/judge-values.ts';
import { judgeProtocol } from '../parts/protocol.ts';
import { at, isEmptyList, isSet, itemsOf, numberOf, type Place, readText } from '../place.ts';

/** The ports of a ServiceEntry. */
export function judgeEntryPorts(judge: Judge, spec: Place, resolution: string): void {
  const names = new Set<string>();
  const numbers = new Set<number>();
  for (const port of itemsOf(at(spec, 'ports'))) {
    if (!isSet(port)) {
      judge.refuse(port, 'service entry port may not be null', 'Nothing is written for this port.');
      continue;
    }
    judgeUnique(judge, port, names, numbers);
    const target = at(port, 'targetPort');
    if (numberOf(target) !== 0) judgePort(judge, target);
    const protocol = readText(at(port, 'protocol'));
    if (isEmptyList(at(spec, 'addresses')) && resolution === 'NONE')
      judgeWithoutAddress(judge, port, protocol);
    judgePortName(judge, at(port, 'name'));
    judgeProtocol(judge, at(port, 'protocol'));
    judgePort(judge, at(port, 'number'));
  }
}

function judgeUnique(judge: Judge, port: Place, names: Set<string>, numbers: Set<number>): void {
  const name = readText(at(port, 'name'));
  const number = numberOf(at(port, 'number'));
  if (name !== null && names.has(name))
    judge.refuse(
      at(port, 'name'),
      `service entry port name ${quoteGo(name)} already defined`,
      `Another port is named ${quoted(name)} already. Give each its own name.`,
    );
  if (numbers.has(number))
    judge.refuse(
      at(port, 'number'),
      `service entry port ${number} already defined`,
      `The port ${number} is in the list already. Keep one of the two.`,
    );
  if (name !== null) names.add(name);
  if (!Number.isNaN(number)) numbers.add(number);
}

function judgeWithoutAddress(judge: Judge, port: Place, protocol: string | null): void {
  if (protocol !== '' && protocol !== 'TCP') return;
  judge.warn(
    isSet(at(port, 'protocol')) ? at(port, 'protocol') : port,
    'addresses are required for ports serving TCP (or unset) protocol when IP Autoallocation is not enabled',
    'Traffic of plain TCP can be told apart by its address alone, and there is none. Add addresses, or another resolution, or write the protocol of the port, such as TLS.',
  );
}
