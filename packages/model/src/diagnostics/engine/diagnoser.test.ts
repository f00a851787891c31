import { describe, expect, test } from 'vitest';
import { parseDocument } from '../../documents/parse-document.ts';
import { DEFAULT_ASSUMPTIONS } from '../../resources/assumptions.ts';
import { readResources } from '../../resources/read-resources.ts';
import type { Resource } from '../../resources/resource.ts';
import { finish } from '../../text/slices.ts';
import type { Check, GroupCheck, ResourceCheck } from './check.ts';
import { createDiagnoser, type Diagnoser, type DocumentDiagnostics } from './diagnoser.ts';
import type { Relation } from './relation.ts';

const BY_COLOUR: Relation = {
  name: 'by-colour',
  kinds: ['Service'],
  keysOf: ({ labels }) => labels.colour?.split(' ') ?? [],
};

function service(name: string, colour: string, more = ''): readonly Resource[] {
  const text = `apiVersion: v1\nkind: Service\nmetadata:\n  name: ${name}\n  labels: {colour: "${colour}"${more}}\n`;
  return readResources(parseDocument(text), DEFAULT_ASSUMPTIONS);
}

/** Says how many Services have its colour, and counts how often it is asked. */
function createCounter(): ResourceCheck & { runs: string[] } {
  const runs: string[] = [];
  return {
    name: 'counter',
    codes: ['PTL0000'],
    about: ['Service'],
    reads: [BY_COLOUR],
    runs,
    run: (resource, lookup, report) => {
      runs.push(resource.name);
      const found = lookup.find(BY_COLOUR, resource.labels.colour ?? '');
      report({
        code: 'PTL0000',
        resource,
        path: [],
        message: found.map(({ name }) => name).join(),
      });
    },
  };
}

const SAME_COLOUR: GroupCheck = {
  name: 'same-colour',
  codes: ['PTL0000'],
  about: BY_COLOUR,
  reads: [],
  runGroup: ({ key, resources }, _lookup, report) => {
    for (const resource of resources)
      report({ code: 'PTL0000', resource, path: [], message: `${key}: ${resources.length}` });
  },
};

const said = new WeakMap<Diagnoser, DocumentDiagnostics>();

function update(diagnoser: Diagnoser, ...blocks: readonly (readonly Resource[])[]): void {
  const subject = { blocks, assumptions: DEFAULT_ASSUMPTIONS, schema: null };
  said.set(diagnoser, finish(diagnoser.diagnose(subject)));
}

function messages(diagnoser: Diagnoser): readonly string[] {
  return [...(said.get(diagnoser)?.values() ?? [])]
    .flat()
    .map((one) => `${one.resource} ${one.message}`);
}

describe('[A1] a diagnoser', () => {
  test('asks again whom a change concerns, and nobody else', () => {
    const counter = createCounter();
    const diagnoser = createDiagnoser([counter], 0);
    const [a, b, c] = [service('a', 'red'), service('b', 'red'), service('c', 'blue')];
    update(diagnoser, a, b, c);
    expect(counter.runs.toSorted()).toEqual(['a', 'b', 'c']);
    counter.runs.length = 0;
    update(diagnoser, a, service('b', 'blue'), c);
    expect(counter.runs.toSorted()).toEqual(['a', 'b', 'c']);
    counter.runs.length = 0;
    update(diagnoser, a, service('b', 'green'), c);
    expect(counter.runs.toSorted()).toEqual(['b', 'c']);
    expect(messages(diagnoser).toSorted()).toEqual([
      'Service/default/a a',
      'Service/default/b b',
      'Service/default/c c',
    ]);
  });

  test('asks nobody else where a resource is written anew and says the same', () => {
    const counter = createCounter();
    const diagnoser = createDiagnoser([counter], 0);
    const a = service('a', 'red');
    update(diagnoser, a, service('b', 'red'));
    counter.runs.length = 0;
    update(diagnoser, a, service('b', 'red'));
    expect(counter.runs).toEqual(['b']);
  });

  test('says what one resource finds about another of its text as it is now', () => {
    const check: Check = {
      name: 'neighbour',
      codes: ['PTL0000'],
      about: ['Service'],
      reads: [BY_COLOUR],
      run: (asking, { find }, report) => {
        for (const resource of find(BY_COLOUR, 'red'))
          if (resource.name !== asking.name)
            report({ code: 'PTL0000', resource, path: [], message: 'red' });
      },
    };
    const diagnoser = createDiagnoser([check], 0);
    const blue = service('a', 'blue');
    update(diagnoser, blue, service('b', 'red'));
    const rewritten = service('b', 'red');
    update(diagnoser, blue, rewritten);
    expect([...(said.get(diagnoser)?.keys() ?? [])][0]).toBe(rewritten[0]?.document);
  });

  test('asks nobody again where what a relation shows stays', () => {
    const shown: Relation = { ...BY_COLOUR, name: 'shown', shows: ({ labels }) => labels.colour };
    const runs: string[] = [];
    const check: Check = {
      name: 'shown',
      codes: ['PTL0000'],
      about: ['Service'],
      reads: [shown],
      run: ({ name }, { find }) => {
        runs.push(name);
        find(shown, 'red');
      },
    };
    const diagnoser = createDiagnoser([check], 0);
    const a = service('a', 'red');
    update(diagnoser, a, service('b', 'red'));
    runs.length = 0;
    update(diagnoser, a, service('b', 'red', ', size: big'));
    expect(runs).toEqual(['b']);
    update(diagnoser, a, service('b', 'blue'));
    expect(runs).toEqual(['b', 'b', 'a']);
  });

  test('asks again where a resource is found that was not, though it shows nothing', () => {
    const shown: Relation = { ...BY_COLOUR, name: 'nothing-shown', shows: () => null };
    const check: Check = {
      name: 'reds',
      codes: ['PTL0000'],
      about: ['Service'],
      reads: [shown],
      run: (resource, { find }, report) =>
        report({ code: 'PTL0000', resource, path: [], message: `${find(shown, 'red').length}` }),
    };
    const diagnoser = createDiagnoser([check], 0);
    const a = service('a', 'red');
    update(diagnoser, a, service('b', 'blue'));
    update(diagnoser, a, service('b', 'red'));
    expect(messages(diagnoser)).toEqual(['Service/default/a 2', 'Service/default/b 2']);
  });

  test('of resources with one id checks the last in the text, which knows the others', () => {
    const seen: string[] = [];
    const check: Check = {
      name: 'replaced',
      codes: ['PTL0000'],
      about: 'every',
      reads: [],
      run: ({ labels }, { replaced }) => {
        seen.push(`${labels.colour} replaces ${replaced.map((one) => one.labels.colour)}`);
      },
    };
    const diagnoser = createDiagnoser([check], 0);
    const [red, blue] = [service('a', 'red'), service('a', 'blue')];
    update(diagnoser, red, blue);
    update(diagnoser, blue, red);
    expect(seen).toEqual(['blue replaces red', 'red replaces blue']);
  });

  test('asks a group when it comes to be, changes and ends', () => {
    const diagnoser = createDiagnoser([SAME_COLOUR], 0);
    const [a, b] = [service('a', 'red'), service('b', 'red')];
    update(diagnoser, a);
    expect(messages(diagnoser)).toEqual([]);
    update(diagnoser, a, b);
    expect(messages(diagnoser)).toEqual(['Service/default/a red: 2', 'Service/default/b red: 2']);
    update(diagnoser, a, service('b', 'blue'));
    expect(messages(diagnoser)).toEqual([]);
    update(diagnoser, service('a', 'red red'));
    expect(messages(diagnoser)).toEqual(['Service/default/a red: 1']);
    update(diagnoser);
    expect(messages(diagnoser)).toEqual([]);
  });

  test('a check that throws costs one finding, and no other check', () => {
    const broken: Check = {
      name: 'broken',
      codes: ['PTL0000'],
      about: ['Service'],
      reads: [],
      run: () => {
        throw new Error('boom');
      },
    };
    const diagnoser = createDiagnoser([broken, createCounter()], 0);
    update(diagnoser, service('a', 'red'));
    const heard = messages(diagnoser);
    expect(heard).toHaveLength(2);
    expect(heard.some((one) => one.includes('"broken"') && one.includes('boom'))).toBe(true);
    expect(heard).toContain('Service/default/a a');
  });

  test('a check finds only by what it declares', () => {
    const sly: Check = { ...createCounter(), name: 'sly', reads: [] };
    const diagnoser = createDiagnoser([sly, SAME_COLOUR], 0);
    update(diagnoser, service('a', 'red'));
    expect(messages(diagnoser)[0]).toContain('does not declare that it reads by-colour');
  });
});
