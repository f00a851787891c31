import { meantTexts } from '../../../schema/values/meant-texts.ts';
import { valueAt } from '../../fields/field-operation.ts';
import { setField, takeOut, takeOutFix, textHere, writeFix } from '../fix-field.ts';
import type { Fixable, QuickFix } from '../quick-fix.ts';
import { type RuleFixer, rewrite, write } from './rule-fixer.ts';

/** What several kinds have: names, hosts, ports, lists. */
export const COMMON_RULES: readonly RuleFixer[] = [
  [/targetPort has no impact/, takeOut],
  [/(?:may not be|cannot be|cannot have) n(?:ull|il)/, takeOut],
  [/cannot have associated /, takeOut],
  [/^only one of credential_name/, takeOut],
  [/^CRL is not supported/, takeOut],
  [/^ignoring (?:invalid|duplicate) cipher suites/, keepCiphers],
  [/^using legacy gatewayName format/, rewrite(readLegacyName)],
  [/^duplicate entries in exportTo/, takeOut],
  [/^cannot have both public \(\*\)/, write(['*'])],
  [/^exportTo ~ \(none\) is not allowed/, write('.')],
  [/^destination rule with workload selector cannot have/, write(['.'])],
  [/workload selector specified without labels/, takeOut],
  [/^partial wildcard /, rewrite(readWildcard)],
  [/^duration must be greater than 1ms/, write('1ms')],
  [/^only durations to ms precision/, rewrite(roundDuration)],
  [/^domain name .* invalid/, correctHost],
  [/^attempts cannot be negative/, write(0)],
  [/must be non-negative/, write(0)],
];

/** The ciphers that Envoy knows, each once. */
function keepCiphers(fixable: Fixable): readonly QuickFix[] {
  const { resource, path, diagnostic } = fixable;
  const list = valueAt(resource.value, path);
  const [, words = ''] = /\[(.*)\]$/.exec(String(diagnostic.data.rule)) ?? [];
  const named = new Set(words.split(' '));
  if (!Array.isArray(list)) return [];
  const isInvalid = String(diagnostic.data.rule).includes('invalid');
  const doomed = list.flatMap((suite: unknown, index) => {
    const isDoomed = named.has(String(suite)) && (isInvalid || list.indexOf(suite) < index);
    return isDoomed ? [index] : [];
  });
  if (doomed.length === list.length) return [takeOutFix(fixable)];
  return [
    {
      title: `Take ${doomed.map((index) => list[index]).join(', ')} out`,
      commands: doomed
        .toReversed()
        .map(
          (index) => ({ kind: 'remove', resource: resource.id, path: [...path, index] }) as const,
        ),
    },
  ];
}

function readLegacyName(text: string): string | null {
  const [name = '', namespace = ''] = text.split('.');
  return name === '' || namespace === '' ? null : `${namespace}/${name}`;
}

/** `*example.com`, in which a dot is missing. */
function readWildcard(text: string): string | null {
  const [, scope = '', rest] = /^([^/]*\/)?\*([a-z0-9][^*]*\.[^*]+)$/i.exec(text) ?? [];
  return rest === undefined ? null : `${scope}*.${rest}`;
}

function roundDuration(text: string): string | null {
  const [, size = '', unit = ''] = /^([\d.]+)(ms|us|µs|ns)$/.exec(text) ?? [];
  const scale = { ms: 1, us: 1e-3, µs: 1e-3, ns: 1e-6 }[unit];
  return scale === undefined ? null : `${Math.max(1, Math.round(Number(size) * scale))}ms`;
}

/** A URL, or a port behind the host: the host alone, and the port where a destination has it. */
function correctHost(fixable: Fixable): readonly QuickFix[] {
  const { resource, path } = fixable;
  const text = textHere(fixable);
  if (text === null) return [];
  const isDestination = path.at(-1) === 'host' && path.includes('destination');
  const [host] = meantTexts(isDestination ? 'destination-host' : 'route-host', text);
  if (host === undefined) return [];
  const [, port] = /:(\d{1,5})(?:\/|$)/.exec(text) ?? [];
  const fix = writeFix(fixable, host, `Write ${host}`);
  const place = [...path.slice(0, -1), 'port', 'number'];
  const takesPort = isDestination && port !== undefined;
  if (!takesPort || valueAt(resource.value, place) !== undefined) return [fix];
  const set = setField(resource.id, place, Number(port));
  return [{ title: `Write ${host}, with port ${port}`, commands: [...fix.commands, set] }];
}
