import { isRecord } from '../../../../resources/tolerant-value.ts';

/** Two matches with the same key are the same for Istio: all fields are but the name. */
export function matchKey(match: unknown): string {
  if (!isRecord(match)) return 'null';
  const fields = Object.keys(match)
    .filter((name) => name !== 'name' && !isDefault(match[name]))
    .sort()
    .map((name) => `${name}:${JSON.stringify(sortKeys(match[name]))}`);
  return fields.join();
}

/** What Go leaves out of its JSON: `false`, 0, the empty text and list. */
function isDefault(value: unknown): boolean {
  if (value === null || value === undefined || value === false || value === 0 || value === '')
    return true;
  return Array.isArray(value) && value.length === 0;
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (!isRecord(value)) return value;
  const entries = Object.keys(value)
    .filter((name) => value[name] !== null)
    .sort()
    .map((name): [string, unknown] => [name, sortKeys(value[name])]);
  return Object.fromEntries(entries);
}
