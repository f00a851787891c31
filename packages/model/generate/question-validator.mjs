/*
 * The types do not say what is a whole number, how long a text may be or what it has to look like.
 * The published validators know: they are asked with values that no field takes, and answer with the
 * limit that was broken.
 */

const KEY = 'key';
const HUGE = 1e300;
const MANY = 300;

const NO_TYPE_HAS_IT = () => 0;
// No pattern gets past its first character, so that none searches for long.
const LONG = '\u0000'.repeat(100_001);
const MANY_KEYS = Object.fromEntries(Array.from({ length: MANY }, (_, index) => [index, '']));

const QUESTIONS = {
  string: ['', LONG],
  number: [HUGE, -HUGE],
  union: ['', LONG, HUGE, -HUGE],
  list: [[], Array.from({ length: MANY }, () => '')],
  map: [{}, MANY_KEYS],
};

/** What an answer says of the field, in the dictionary's words. */
const ANSWERS = {
  minimum: ({ limit }) => ({ minimum: limit }),
  maximum: ({ limit }) => ({ maximum: limit }),
  minLength: ({ limit }) => ({ minLength: limit }),
  maxLength: ({ limit }) => ({ maxLength: limit }),
  minItems: ({ limit }) => ({ minItems: limit }),
  maxItems: ({ limit }) => ({ maxItems: limit }),
  minProperties: ({ limit }) => ({ minItems: limit }),
  maxProperties: ({ limit }) => ({ maxItems: limit }),
  pattern: ({ pattern }) => ({ pattern }),
};

/** A manifest that has the value at the path, and as little else as possible. */
function manifestWith(path, value) {
  return path.reduceRight(
    (inner, step) => (step === '[]' ? [inner] : { [step === '{}' ? KEY : step]: inner }),
    value,
  );
}

function pointerTo(path) {
  const steps = path.map((step) => ({ '[]': '0', '{}': KEY })[step] ?? step);
  return steps.map((step) => `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function ask(Kind, path, value) {
  try {
    new Kind(manifestWith(path, value)).validate();
    return [];
  } catch (error) {
    if (!Array.isArray(error.errors)) throw error;
    const pointer = pointerTo(path);
    return error.errors.filter((one) => one.instancePath === pointer);
  }
}

/** What the published validator of a kind says about the values of a field of this type, at this path. */
export function questionField(Kind, path, type) {
  const limits = {};
  for (const value of QUESTIONS[type] ?? []) {
    for (const { keyword, params } of ask(Kind, path, value)) {
      Object.assign(limits, ANSWERS[keyword]?.(params));
    }
  }
  const types = ask(Kind, path, NO_TYPE_HAS_IT)
    .filter((one) => one.keyword === 'type')
    .flatMap((one) => one.params.type);
  return { limits, isInteger: types.includes('integer') };
}
