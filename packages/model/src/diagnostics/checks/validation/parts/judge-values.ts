import { isIpAddress, whyNotCidr } from '../../../../schema/values/address-rules.ts';
import {
  isIstioLabel,
  whyNotIstioLabel,
  whyNotLabelKey,
  whyNotLabelValue,
} from '../../../../schema/values/name-rules.ts';
import { whyNotPort } from '../../../../schema/values/number-rules.ts';
import { readDuration, whyNotDuration } from '../../../../schema/values/time-rules.ts';
import { quoteGo } from '../../../engine/format-go.ts';
import type { Judge } from '../judge.ts';
import { entriesOf, isSet, keyOf, numberOf, type Place, readText } from '../place.ts';

/** The number of a port, whether it is written or not. */
export function judgePort(judge: Judge, place: Place): void {
  const port = numberOf(place);
  if (Number.isNaN(port) || whyNotPort(port) === null) return;
  judge.refuse(
    place,
    `port number ${port} must be in the range 1..65535`,
    isSet(place)
      ? `${port} is no port. A port is a number from 1 to 65535.`
      : 'The number of the port is missing. Write one from 1 to 65535.',
  );
}

/** A duration, where one is written that can be read. */
export function judgeDuration(judge: Judge, place: Place): void {
  const text = readText(place);
  const milliseconds = text === null ? null : readDuration(text);
  if (text === null || milliseconds === null) return;
  const why = whyNotDuration(text);
  if (why === null) return;
  judge.refuse(
    place,
    milliseconds < 1
      ? 'duration must be greater than 1ms'
      : 'only durations to ms precision are supported',
    why,
  );
}

const NAMES = /^[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?$/;

/** Labels: their keys and their values. */
export function judgeLabels(judge: Judge, place: Place): void {
  for (const entry of entriesOf(place)) {
    const key = keyOf(entry);
    const value = readText(entry);
    const whyKey = whyNotIstioKey(key) ? whyNotLabelKey(key) : null;
    if (whyKey !== null) judge.refuse(entry, `invalid tag key: ${quoteGo(key)}`, whyKey, 'key');
    if (value === null || value === '' || (value.length <= 63 && NAMES.test(value))) continue;
    judge.refuse(
      entry,
      `invalid tag value: ${quoteGo(value)}`,
      whyNotLabelValue(value) ?? 'This is no value of a label.',
    );
  }
}

/** Istio lets upper case letters stand in front of the slash. */
function whyNotIstioKey(key: string): boolean {
  return whyNotLabelKey(key) !== null && whyNotLabelKey(key.toLowerCase()) !== null;
}

/** An IP address or a range of them. */
export function judgeRange(judge: Judge, place: Place): void {
  const range = readText(place);
  if (range === null) return;
  const isRange = range.split('/').length === 2;
  const why = isRange ? whyNotCidr(range) : isIpAddress(range) ? null : (whyNotCidr(range) ?? '');
  if (why === null) return;
  judge.refuse(
    place,
    `${range} is not a valid ${isRange ? 'CIDR block' : 'IP'}`,
    why === '' ? `"${range}" is no IP address and no range of them.` : why,
  );
}

/** A whole number of percent. */
export function judgePercent(judge: Judge, place: Place): void {
  const percent = numberOf(place);
  if (percent >= 0 && percent <= 100) return;
  if (Number.isNaN(percent)) return;
  judge.refuse(
    place,
    `percentage ${percent} is not in range 0..100`,
    'A percentage is a number from 0 to 100.',
  );
}

/** The name of a subset. */
export function judgeSubsetName(judge: Judge, place: Place): void {
  const name = readText(place);
  if (name === null || isIstioLabel(name)) return;
  if (name === '')
    judge.refuse(
      place,
      'subset name cannot be empty',
      'This subset has no name, so no route can lead to it. Give it one, such as v1.',
    );
  else
    judge.refuse(
      place,
      `subset name is invalid: ${name}`,
      whyNotIstioLabel(name) ?? 'This cannot be the name of a subset.',
    );
}

/** The name of a port, of a ServiceEntry or Sidecar. */
export function judgePortName(judge: Judge, place: Place, name = readText(place)): void {
  if (name === null || isIstioLabel(name)) return;
  judge.refuse(
    place,
    `invalid port name: ${name}`,
    name === ''
      ? 'The port has no name. Give it one that begins with its protocol, such as http.'
      : (whyNotIstioLabel(name) ?? 'This cannot be the name of a port.'),
  );
}

const UNIX = 'unix://';

/** Whether the address is that of a Unix socket. */
export function isUnixAddress(address: string): boolean {
  return address.startsWith(UNIX);
}

/** The path of a Unix socket. */
export function judgeUnixAddress(judge: Judge, place: Place): void {
  const path = (readText(place) ?? '').slice(UNIX.length);
  if (path.startsWith('@') || (path.startsWith('/') && !path.endsWith('/'))) return;
  judge.refuse(
    place,
    path === '' ? 'unix address must not be empty' : `${path} is not an absolute path to a file`,
    'This is no socket. Write the whole path to a file: unix:///path/to/socket.',
  );
}
