import type { FieldPath } from '../../../documents/field-path.ts';
import type { Resource } from '../../../resources/resource.ts';
import { fieldOf, isRecord, type ValueRecord } from '../../../resources/tolerant-value.ts';
import { checkKey, checkValue } from '../../../schema/check-value.ts';
import type { Field, FieldChoice } from '../../../schema/field.ts';
import { findRootField } from '../../../schema/field-dictionary.ts';
import type { Finding, Lookup, ResourceCheck, Schema } from '../../engine/check.ts';
import { isPatch, validateResource } from '../validation/istio-validation.ts';
import { describeUnknownField } from './describe-unknown-field.ts';
import { describeWrongValue } from './describe-wrong-value.ts';
import { shapeOf } from './field-shape.ts';

/** Whether each field of a manifest is one of its kind, and each value one of its field. */
export const fieldStructure: ResourceCheck = {
  name: 'field-structure',
  codes: [
    'PTL100',
    'PTL101',
    'PTL102',
    'PTL103',
    'PTL104',
    'PTL105',
    'PTL106',
    'PTL108',
    'PTL109',
    'PTL110',
    'PTL112',
  ],
  about: 'every',
  reads: [],
  run: (resource, lookup, report) => {
    const { schema } = lookup;
    const root = schema === null ? undefined : findRootField(schema.dictionary, resource);
    if (schema === null || root === undefined || isPatch(resource)) return;
    const isTold = findTold(resource, lookup);
    let count = 0;
    const say: Walk['say'] = (path, finding) => {
      if (count === MOST || isTold(path)) return;
      count += 1;
      report({ resource, path, ...finding });
    };
    const walk: Walk = { root, schema, path: [], say, isTold, unknown: 0 };
    walkObject(walk, root, resource.value);
  },
};

interface Walk {
  readonly root: Field;
  readonly schema: Schema;
  /** Where the walk is; changes in place. */
  readonly path: (string | number)[];
  readonly say: (path: FieldPath, finding: StructureFinding) => void;
  /** Whether Istio's validation speaks of the field already. */
  readonly isTold: (path: FieldPath) => boolean;
  /** How many unknown fields were met. */
  unknown: number;
}

type StructureFinding = Omit<Finding, 'resource' | 'path'>;

/** Nobody reads more of one resource. */
const MOST = 100;

/** What Istio's validation says of the resource, asked for when it first matters. */
function findTold(resource: Resource, lookup: Lookup): Walk['isTold'] {
  let told: Set<string> | null = null;
  return (path) => {
    if (told === null) {
      const places = new Set<string>();
      validateResource(resource, lookup, (one) => places.add(JSON.stringify(one.path)));
      told = places;
    }
    return told.has(JSON.stringify(path));
  };
}

function walkValue(walk: Walk, field: Field, value: unknown): void {
  if (value === null || value === undefined || field.type === 'any') return;
  const problem = checkValue(field, value, walk.schema.checkRegex);
  if (problem !== null) {
    if (!isCheckedElsewhere(field))
      walk.say([...walk.path], describeWrongValue(field, value, problem));
    if (problem.about === 'type') return;
  }
  if (Array.isArray(value)) walkList(walk, field, value);
  else if (isRecord(value) && field.type === 'map') walkMap(walk, field, value);
  else if (isRecord(value)) walkObject(walk, field, value);
}

/** Names and labels of the resource itself are looked at for every kind, also for unknown ones. */
const CHECKED_ELSEWHERE = /^metadata\.(?:name|namespace|labels|annotations)(?:\{\})?$/;

function isCheckedElsewhere({ path, type }: Field): boolean {
  return type === 'string' && CHECKED_ELSEWHERE.test(path);
}

function walkList(walk: Walk, { items }: Field, list: readonly unknown[]): void {
  if (items === null) return;
  list.forEach((item, index) => {
    walk.path.push(index);
    walkValue(walk, items, item);
    walk.path.pop();
  });
}

function walkMap(walk: Walk, field: Field, map: ValueRecord): void {
  const { items, keyFormat, path } = field;
  for (const key of Object.keys(map)) {
    walk.path.push(key);
    const problem =
      keyFormat === null || CHECKED_ELSEWHERE.test(path) ? null : checkKey(field, key);
    if (problem !== null)
      walk.say([...walk.path], { code: 'PTL108', message: problem.reason, part: 'key' });
    if (items !== null) walkValue(walk, items, fieldOf(map, key));
    walk.path.pop();
  }
}

function walkObject(walk: Walk, field: Field, object: ValueRecord): void {
  const { byName, required, choices } = shapeOf(field);
  for (const name of Object.keys(object)) {
    const child = byName.get(name);
    walk.path.push(name);
    if (child === undefined) sayUnknown(walk);
    else {
      if (child.deprecation !== null) sayDeprecated(walk, child, fieldOf(object, name));
      walkValue(walk, child, fieldOf(object, name));
    }
    walk.path.pop();
  }
  for (const child of required) {
    if (isThere(object, child.name)) continue;
    walk.say([...walk.path, child.name], {
      code: 'PTL109',
      message: `${describeOwner(walk, field)} has no ${child.name}, and cannot do without. Add it.`,
      data: { name: child.name },
    });
  }
  for (const choice of choices) sayChoice(walk, object, choice);
}

function isThere(object: ValueRecord, name: string): boolean {
  const value = fieldOf(object, name);
  return value !== undefined && value !== null;
}

function describeOwner({ path }: Walk, { name }: Field): string {
  const isNamed = name !== '' && name !== '[]' && name !== '{}';
  if (isNamed) return name;
  const list = path.findLast((step) => typeof step === 'string');
  return list === undefined ? 'This resource' : `This entry of ${list}`;
}

/** Looking for what was meant costs; of many unknown fields only the first are looked up. */
const MOST_LOOKED_UP = 20;

function sayUnknown(walk: Walk): void {
  walk.unknown += 1;
  walk.say(
    [...walk.path],
    describeUnknownField(walk.root, walk.path, walk.unknown <= MOST_LOOKED_UP),
  );
}

/** These Istio's own analyzer speaks of (IST0002). */
const TOLD_BY_ISTIO = /\.fault\.delay\.percent$|\.outboundTrafficPolicy\.egressProxy$/;

function sayDeprecated(walk: Walk, { path, name, deprecation }: Field, value: unknown): void {
  if (value === null || TOLD_BY_ISTIO.test(path)) return;
  walk.say([...walk.path], {
    code: 'PTL112',
    message: `${name} is an old field. ${firstSentence(deprecation ?? '')}`.trim(),
    part: 'key',
    data: { name },
  });
}

/** The makers' own words can be long. */
function firstSentence(text: string): string {
  return /^.*?\.(?=\s|$)/s.exec(text)?.[0] ?? text;
}

/** Of a choice, two fields that stand beside each other. That none does is fine, but where Istio's validation says otherwise. */
function sayChoice(walk: Walk, object: ValueRecord, { of }: FieldChoice): void {
  const there = Object.keys(object).filter((name) => of.includes(name) && isThere(object, name));
  const [first, second] = there;
  if (first === undefined || second === undefined) return;
  if (there.some((name) => walk.isTold([...walk.path, name]))) return;
  walk.say([...walk.path, second], {
    code: 'PTL110',
    message: `${first} and ${second} stand here, and only one of ${list(of)} can. Keep one of them.`,
    part: 'key',
    data: { first, second },
  });
}

function list(words: readonly string[]): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
