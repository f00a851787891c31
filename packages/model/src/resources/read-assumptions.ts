import { parseDocument } from '../documents/parse-document.ts';
import { splitDocuments } from '../documents/split-documents.ts';
import { type AssumedGateway, type Assumptions, DEFAULT_ASSUMPTIONS } from './assumptions.ts';
import { fieldOf, isRecord, type ValueRecord } from './tolerant-value.ts';

/** Assumptions that were read, or everything that is wrong with them in words of the user. */
export type ReadAssumptions =
  | { readonly ok: true; readonly assumptions: Assumptions }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Reads assumptions from YAML or JSON, as `--assume` takes them; an empty text has the defaults. */
export function parseAssumptions(text: string): ReadAssumptions {
  if (splitDocuments(text).length > 1)
    return { ok: false, problems: ['It holds several documents. Keep one.'] };
  const { status, value, problems } = parseDocument(text);
  if (status === 'empty') return readAssumptions(null);
  if (status === 'parsed') return readAssumptions(value);
  const why = `This is not YAML or JSON. ${problems[0]?.message ?? ''}`;
  return { ok: false, problems: [why.trim()] };
}

/**
 * Reads assumptions from plain data, as it comes from YAML or JSON. Every field is optional and has
 * its default; a field of the wrong type or an unknown one is a problem, never ignored.
 */
export function readAssumptions(value: unknown): ReadAssumptions {
  if (value === null || value === undefined) return { ok: true, assumptions: DEFAULT_ASSUMPTIONS };
  if (!isRecord(value))
    return { ok: false, problems: ['Assumptions are a mapping of fields, such as `gateways:`.'] };
  const reader = new FieldReader(value, '');
  const assumptions: Assumptions = {
    defaultNamespace: reader.text('defaultNamespace', DEFAULT_ASSUMPTIONS.defaultNamespace, false),
    clusterDomain: reader.text('clusterDomain', DEFAULT_ASSUMPTIONS.clusterDomain, true),
    gateways: reader.items('gateways', readGateway) ?? DEFAULT_ASSUMPTIONS.gateways,
    externalHosts: reader.texts('externalHosts'),
    foreignNamespaces: reader.texts('foreignNamespaces'),
    secrets: reader.texts('secrets'),
    muted: reader.texts('muted'),
  };
  const problems = reader.finish();
  return problems.length === 0 ? { ok: true, assumptions } : { ok: false, problems };
}

function readGateway(reader: FieldReader): AssumedGateway {
  const [known] = DEFAULT_ASSUMPTIONS.gateways;
  const name = reader.text('name', known?.name ?? '', false);
  const service = reader.mapping('service', (inner) => ({
    type: inner.text('type', 'LoadBalancer', false),
    ports:
      inner.items('ports', (port) => {
        const number = port.port('port', null);
        return { port: number, targetPort: port.port('targetPort', number) };
      }) ??
      known?.service?.ports ??
      [],
  }));
  return {
    name,
    namespace: reader.text('namespace', known?.namespace ?? '', false),
    labels: reader.labels('labels') ?? known?.labels ?? {},
    service: service === undefined ? (known?.service ?? null) : service,
    tlsTerminatedInFront: reader.flag('tlsTerminatedInFront'),
  };
}

/** Reads the fields of one mapping and remembers what is wrong with them. */
class FieldReader {
  readonly #record: ValueRecord;
  readonly #place: string;
  readonly #known = new Set<string>();
  readonly #problems: string[] = [];

  constructor(record: ValueRecord, place: string) {
    this.#record = record;
    this.#place = place;
  }

  text(name: string, absent: string, mayBeEmpty: boolean): string {
    const value = this.#take(name);
    if (value === undefined) return absent;
    if (typeof value === 'string' && (mayBeEmpty || value !== '')) return value;
    this.#refuse(name, 'has to be text');
    return absent;
  }

  texts(name: string): readonly string[] {
    const value = this.#take(name);
    if (value === undefined || value === null) return [];
    if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value;
    this.#refuse(name, 'has to be a list of texts');
    return [];
  }

  flag(name: string): boolean {
    const value = this.#take(name);
    if (value !== undefined && typeof value !== 'boolean')
      this.#refuse(name, 'has to be true or false');
    return value === true;
  }

  port(name: string, absent: number | null): number {
    const value = this.#take(name) ?? absent;
    if (typeof value === 'number' && Number.isInteger(value) && value > 0 && value < 65_536)
      return value;
    this.#refuse(name, 'has to be a port number, from 1 to 65535');
    return 0;
  }

  labels(name: string): Readonly<Record<string, string>> | undefined {
    const value = this.#take(name);
    if (value === undefined) return undefined;
    if (isRecord(value) && Object.values(value).every((label) => typeof label === 'string'))
      return value as Readonly<Record<string, string>>;
    this.#refuse(name, 'has to be a mapping of label names to texts');
    return undefined;
  }

  /** undefined: absent; null: written as null. */
  mapping<Item>(name: string, read: (reader: FieldReader) => Item): Item | null | undefined {
    const value = this.#take(name);
    if (value === undefined || value === null) return value;
    if (isRecord(value)) return this.#inner(value, name, read);
    this.#refuse(name, 'has to be a mapping, or null for none');
    return undefined;
  }

  items<Item>(name: string, read: (reader: FieldReader) => Item): readonly Item[] | undefined {
    const value = this.#take(name);
    if (value === undefined) return undefined;
    if (Array.isArray(value) && value.every(isRecord))
      return value.map((item, index) => this.#inner(item, `${name}[${index}]`, read));
    this.#refuse(name, 'has to be a list of mappings; write [] for none');
    return undefined;
  }

  finish(): readonly string[] {
    for (const name of Object.keys(this.#record)) {
      if (!this.#known.has(name))
        this.#refuse(name, `is not known; known are ${[...this.#known].join(', ')}`);
    }
    return this.#problems;
  }

  #inner<Item>(value: ValueRecord, name: string, read: (reader: FieldReader) => Item): Item {
    const reader = new FieldReader(value, `${this.#place}${name}.`);
    const item = read(reader);
    this.#problems.push(...reader.finish());
    return item;
  }

  #take(name: string): unknown {
    this.#known.add(name);
    return fieldOf(this.#record, name);
  }

  #refuse(name: string, why: string): void {
    this.#problems.push(`${this.#place}${name} ${why}.`);
  }
}
