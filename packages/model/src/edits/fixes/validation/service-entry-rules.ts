import { isIpAddress } from '../../../resources/host-name.ts';
import { nearestWords } from '../../../schema/nearest-words.ts';
import { isRecord, valueAt } from '../../fields/field-operation.ts';
import { takeOut, takeOutFix, textHere, writeAtFix, writeFix } from '../fix-field.ts';
import type { Fixable, Fixer, QuickFix } from '../quick-fix.ts';
import { uniqueItemName } from '../unique-item-name.ts';
import {
  either,
  nearProtocols,
  type RuleFixer,
  rewrite,
  takeOutBeside,
  write,
} from './rule-fixer.ts';

/** ServiceEntries and Sidecars. */
export const SERVICE_ENTRY_RULES: readonly RuleFixer[] = [
  [
    /^only one of WorkloadSelector or Endpoints/,
    either(takeOut, takeOutBeside('workloadSelector')),
  ],
  [/^service entry port name .* already defined/, namePort],
  [/^service entry port .* already defined/, dropPort],
  [/^no endpoints should be provided/, resolveEndpoints],
  [/^workloadSelector should not be set/, either(resolveAs('STATIC'), takeOut)],
  [/^hosts must be FQDN if no endpoints/, resolveWildcard],
  [/^there must only be 0 or 1 endpoint/, resolveAs('DNS')],
  [/^hosts must be wildcard for resolution mode/, resolveAs('DNS')],
  [/must not be set for resolution mode DYNAMIC_DNS/, takeOut],
  [/^endpoint address .* is not a valid IP address/, resolveName],
  [/^endpoint port .* is not defined/, renameEndpointPort],
  [/^unix endpoint .* must not include ports/, takeOut],
  [/^unsupported protocol/, nearProtocols],
  [/^invalid port name/, namePort],
  [/^host must be of form namespace\/dnsName/, rewrite((text) => `*/${text}`)],
  [/^sidecar: egress listener must contain at least one host/, write(['./*', 'istio-system/*'])],
  [/^duplicated egress host/, takeOut],
  [/^`\*\/\*` host select all resources/, write(['*/*'])],
  [/^sidecar: the egress listener with empty port/, moveLast],
  [/^sidecar: (?:subjectAltNames|httpsRedirect|credentialName) is not/, takeOut],
  [/^configuration is invalid: cannot set mode to/, write('SIMPLE', 'MUTUAL')],
  [/^sidecar: captureMode must be/, takeOut],
  [/^sidecar: egress_proxy must be set only/, takeOut],
];

function resolveAs(resolution: string): Fixer {
  return (fixable) => [writeAtFix(fixable, ['spec', 'resolution'], resolution)];
}

function resolveEndpoints(fixable: Fixable): readonly QuickFix[] {
  const endpoints = valueAt(fixable.resource.value, ['spec', 'endpoints']);
  const addresses = (Array.isArray(endpoints) ? endpoints : []).map((one) =>
    valueAt(one, ['address']),
  );
  const areAddresses = addresses.every((one) => typeof one === 'string' && isIpAddress(one));
  return [...resolveAs(areAddresses ? 'STATIC' : 'DNS')(fixable), ...takeOut(fixable)];
}

/** A wildcard cannot be looked up: traffic goes where it was going. */
function resolveWildcard(fixable: Fixable): readonly QuickFix[] {
  const isWildcard = textHere(fixable)?.startsWith('*.') ?? false;
  return isWildcard ? resolveAs('NONE')(fixable) : [];
}

function resolveName(fixable: Fixable): readonly QuickFix[] {
  const isName = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i.test(textHere(fixable) ?? '');
  return isName ? resolveAs('DNS')(fixable) : [];
}

function portNames({ resource }: Fixable): readonly string[] {
  return resource.details.type === 'ServiceEntry'
    ? resource.details.ports.map(({ name }) => name)
    : [];
}

function namePort(fixable: Fixable): readonly QuickFix[] {
  const { resource, path } = fixable;
  const port = valueAt(resource.value, path.slice(0, -1));
  const [protocol, number] = [valueAt(port, ['protocol']), valueAt(port, ['number'])];
  if (typeof protocol !== 'string' || protocol === '') return [];
  const name = uniqueItemName(portNames(fixable), `${protocol.toLowerCase()}-${number ?? ''}`);
  return [writeFix(fixable, name.replace(/-$/, ''))];
}

/** Only a port that says the same under another name. */
function dropPort(fixable: Fixable): readonly QuickFix[] {
  const { resource, path } = fixable;
  const bare = (one: unknown) => (isRecord(one) ? JSON.stringify({ ...one, name: null }) : '');
  const own = bare(valueAt(resource.value, path.slice(0, -1)));
  const list = valueAt(resource.value, path.slice(0, -2));
  const twins = Array.isArray(list) ? list.filter((one) => bare(one) === own) : [];
  if (twins.length < 2) return [];
  return [{ ...takeOutFix(fixable, path.slice(0, -1)), title: 'Take the second one out' }];
}

function renameEndpointPort(fixable: Fixable): readonly QuickFix[] {
  const { resource, path } = fixable;
  const names = portNames(fixable);
  const near = nearestWords(String(path.at(-1)), names);
  const meant = names.length === 1 ? names : near.slice(0, 2);
  return meant.map((key) => ({
    title: `Rename it to ${key}`,
    commands: [{ kind: 'rename-key', resource: resource.id, path, key }],
  }));
}

/** A listener for all that no other takes stands last. */
function moveLast({ resource, path }: Fixable): readonly QuickFix[] {
  const list = path.slice(0, -1);
  const items = valueAt(resource.value, list);
  const from = path.at(-1);
  if (!Array.isArray(items) || typeof from !== 'number') return [];
  return [
    {
      title: 'Move it to the end',
      commands: [{ kind: 'move', resource: resource.id, path: list, from, to: items.length - 1 }],
    },
  ];
}
