import { describe, expect, test } from 'vitest';
import {
  buildRequest,
  buildSnapshot,
  DEFAULT_ASSUMPTIONS,
  diagnoseSnapshot,
  listDiagnostics,
  loadSchema,
  parseCurl,
  sendMany,
  type Trace,
  traceRequest,
} from '../../src/index.ts';
import { loadRegexEngine } from '../../src/schema/values/regex-engine.ts';
import { readRepositoryFile } from '../repository/repository-files.ts';

// What people get wrong most with Istio's ingress (mistakes.yaml), each traced to what they see of it.

const regex = await loadRegexEngine();
const schema = await loadSchema();

interface Mistake {
  readonly title: string;
  /** The lines that say what is to be seen, by their names. */
  readonly said: ReadonlyMap<string, string>;
  readonly text: string;
}

const MISTAKES: readonly Mistake[] = readRepositoryFile('packages/model/test/routing/mistakes.yaml')
  .split(/^(?=#: M\d)/m)
  .slice(1)
  .map((text) => {
    const [title = '', ...lines] = [...text.matchAll(/^#: (.*)$/gm)].map(([, line = '']) => line);
    const said = lines.map((line): [string, string] => {
      const [, name = '', value = ''] = /^([^:]+): (.*)$/.exec(line) ?? [];
      return [name, value];
    });
    return { title, said: new Map(said), text };
  });

const FIELDS: Readonly<Record<string, (trace: Trace) => unknown>> = {
  outcome: ({ outcome }) => outcome,
  status: ({ status }) => status,
  flag: ({ flag }) => flag,
  cluster: ({ cluster }) => cluster,
  location: ({ location }) => location,
  shares: ({ shares }) => shares.map(({ share }) => share).join(', '),
  upstream: ({ upstream }) => upstream?.path,
};

/** What a mistake comes to: the snapshot, and the trace of its request. */
function send({ said, text }: Mistake) {
  const parsed = parseCurl(said.get('request') ?? '');
  const built = parsed.ok ? buildRequest(parsed.parts) : parsed;
  if (!built.ok) throw new Error(built.reason);
  const tlsTerminatedInFront = said.has('tls ends in front');
  const gateways = DEFAULT_ASSUMPTIONS.gateways.map((one) => ({ ...one, tlsTerminatedInFront }));
  const snapshot = buildSnapshot(text, { ...DEFAULT_ASSUMPTIONS, gateways });
  return { snapshot, trace: traceRequest(snapshot, built.request, regex) };
}

describe('[V39] what people get wrong, and what they see', () => {
  test('is all there', () => {
    const numbers = new Set(MISTAKES.map(({ title }) => title.split(' ')[0]));
    const all = Array.from({ length: 40 }, (_, at) => `M${String(at + 1).padStart(2, '0')}`);
    expect([...numbers].toSorted()).toEqual([...all, 'M17b'].toSorted());
  });

  test.each(MISTAKES)('$title', (mistake) => {
    const { snapshot, trace } = send(mistake);
    const { said } = mistake;
    const wanted = Object.keys(FIELDS).filter((name) => said.has(name));
    expect(wanted).toContain('outcome');
    const found = wanted.map((name) => `${name}: ${FIELDS[name]?.(trace)}`);
    expect(found).toEqual(wanted.map((name) => `${name}: ${said.get(name)}`));
    const because = said.get('because');
    if (because !== undefined) expect(trace.lesson?.causes[0]?.text).toContain(because);
    const problem = said.get('problem');
    const codes = listDiagnostics(diagnoseSnapshot(snapshot, schema)).map(({ code }) => code);
    if (problem !== undefined) expect(codes).toContain(problem);
  });

  test('M33 a thousand requests show what ten do not', () => {
    const [mistake] = MISTAKES.filter(({ title }) => title.startsWith('M33'));
    if (mistake === undefined) throw new Error('M33 is not there');
    const { trace } = send(mistake);
    const counts = sendMany(trace, 1000, 7).map(({ count }) => count);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1000);
    expect(Math.max(...counts)).toBeGreaterThan(850);
    expect(Math.max(...counts)).toBeLessThan(950);
    expect(sendMany(trace, 1000, 7)).toEqual(sendMany(trace, 1000, 7));
  });
});
