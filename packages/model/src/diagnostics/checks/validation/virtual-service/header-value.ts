type State =
  | 'literal'
  | 'name'
  | 'arguments'
  | 'string'
  | 'quoted'
  | 'delimiter'
  | 'end-of-arguments'
  | 'end';

const PREFIX = 'invalid header configuration.';

/**
 * What Istio says of a header's value that Envoy would not take; null where it would. `%NAME%` and
 * `%NAME(…)%` stand for variables, `%%` for a percent sign.
 */
export function whyNotHeaderValue(value: string): string | null {
  let state: State = 'literal';
  for (let at = 0; at < value.length; at += 1) {
    const sign = value[at] ?? '';
    const next = value[at + 1];
    if (state === 'literal' && sign === '%') {
      if (next === undefined) return `${PREFIX} Un-escaped %`;
      if (next === '%') at += 1;
      else state = 'name';
      continue;
    }
    if (state === 'quoted' && sign === '\\') {
      if (next === undefined) return `${PREFIX} Un-terminated backslash in JSON string`;
      at += 1;
      continue;
    }
    const after = step(state, sign);
    if (after === null) return `${PREFIX} ${EXPECTED[state] ?? ''}`;
    state = after;
  }
  return state === 'literal' ? null : `${PREFIX} Un-terminated variable expression '${value}'`;
}

const EXPECTED: Readonly<Partial<Record<State, string>>> = {
  delimiter: "Expecting ',', ']', or whitespace",
  string: "Expecting '\"'",
  'end-of-arguments': "Expecting ')' or whitespace after '{}', but found '{}'",
  end: "Expecting '%' or whitespace after",
};

/** Where each sign leads; what is not listed stays, or is refused where something is expected. */
const STEPS: Readonly<Record<State, Readonly<Record<string, State>>>> = {
  literal: {},
  name: { '%': 'literal', '(': 'arguments' },
  arguments: { '[': 'string' },
  string: { '"': 'quoted' },
  quoted: { ')': 'end', '"': 'delimiter' },
  delimiter: { ',': 'string', ']': 'end-of-arguments' },
  'end-of-arguments': { ')': 'end' },
  end: { '%': 'literal' },
};

function step(state: State, sign: string): State | null {
  const next = Object.hasOwn(STEPS[state], sign) ? STEPS[state][sign] : undefined;
  if (next !== undefined) return next;
  if (state === 'arguments') return sign === ' ' ? state : 'quoted';
  return state in EXPECTED && sign !== ' ' ? null : state;
}
