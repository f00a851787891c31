import {
  type Expectation,
  expectationOf,
  type SavedRequest,
  type Trace,
  type TraceRequest,
} from '@portolan/model';
import type { Session } from '../session.ts';
import { addressOf } from '../tracing/request-text.ts';
import type { KeptRequest } from './kept-request.ts';
import { usualName } from './say-ending.ts';

/** Saves the request of a trace, to end from now on as it ends in it. Gives what is saved, also where it was before. */
export function saveTraced(session: Session, trace: Trace): KeptRequest {
  const known = findSaved(session, trace.request);
  if (known !== undefined) return known;
  const { request } = trace;
  const [kept] = named(session, [{ request, expect: expectationOf(trace) }]);
  if (kept === undefined) throw new Error('One request gives one saved request');
  change(session, [...requestsOf(session), kept], `Save the request ${kept.name}`);
  return kept;
}

/** The saved request that asks for the same. */
export function findSaved(session: Session, request: TraceRequest): KeptRequest | undefined {
  const key = keyOf(request);
  return requestsOf(session).find((one) => keyOf(one.request) === key);
}

/** Adds requests that nobody has named, but for those that are saved already; gives how many are new. */
export function addRequests(
  session: Session,
  traced: readonly Omit<SavedRequest, 'name'>[],
  label: string,
): number {
  const saved = new Set(requestsOf(session).map(({ request }) => keyOf(request)));
  const added = named(
    session,
    traced.filter(({ request }) => !saved.has(keyOf(request))),
  );
  if (added.length > 0) change(session, [...requestsOf(session), ...added], label);
  return added.length;
}

/** Adds requests as they were saved elsewhere, under their names. */
export function importRequests(session: Session, saved: readonly SavedRequest[]): void {
  const added = saved.map((one) => ({ ...one, id: crypto.randomUUID() }));
  const label = added.length === 1 ? 'Import a request' : `Import ${added.length} requests`;
  if (added.length > 0) change(session, [...requestsOf(session), ...added], label);
}

/** Changes a saved request: its name, what it asks for, what it is expected to come to. */
export function editRequest(session: Session, id: string, part: Partial<SavedRequest>): void {
  const known = requestsOf(session).find((one) => one.id === id);
  if (known === undefined) return;
  const next = { ...known, ...part };
  if (JSON.stringify(next) === JSON.stringify(known)) return;
  const requests = requestsOf(session).map((one) => (one === known ? next : one));
  change(session, requests, `Change the request ${known.name}`);
}

/** Expects these requests to end as they do now. */
export function acceptEndings(session: Session, endings: ReadonlyMap<string, Expectation>): void {
  const accepted = requestsOf(session).filter(({ id }) => endings.has(id));
  const [first] = accepted;
  if (first === undefined) return;
  const requests = requestsOf(session).map((one) => {
    const expect = endings.get(one.id);
    return expect === undefined ? one : { ...one, expect };
  });
  const what = accepted.length === 1 ? first.name : `${accepted.length} requests`;
  change(session, requests, `Accept how ${what} ${accepted.length === 1 ? 'ends' : 'end'}`);
}

/** Puts a saved request one place further up or down. */
export function moveRequest(session: Session, id: string, by: 1 | -1): void {
  const requests = [...requestsOf(session)];
  const from = requests.findIndex((one) => one.id === id);
  const [moved, other] = [requests[from], requests[from + by]];
  if (moved === undefined || other === undefined) return;
  requests[from] = other;
  requests[from + by] = moved;
  change(session, requests, `Move the request ${moved.name}`);
}

/** Saves a request no more. */
export function deleteRequest(session: Session, id: string): void {
  const known = requestsOf(session).find((one) => one.id === id);
  if (known === undefined) return;
  const requests = requestsOf(session).filter((one) => one !== known);
  change(session, requests, `Delete the request ${known.name}`);
}

function change(session: Session, requests: readonly KeptRequest[], label: string): void {
  session.arrange({ requests }, label);
}

function requestsOf(session: Session): readonly KeptRequest[] {
  return session.store.getState().arrangement.requests;
}

function keyOf(request: TraceRequest): string {
  return JSON.stringify(request);
}

/** With names that tell them apart, also from those that are there. */
function named(
  session: Session,
  requests: readonly Omit<SavedRequest, 'name'>[],
): readonly KeptRequest[] {
  const taken = new Set(requestsOf(session).map(({ name }) => name));
  return requests.map((one) => {
    const usual = usualName(one.request);
    const whole = `${one.request.method} ${addressOf(one.request)}`;
    let name = taken.has(usual) ? whole : usual;
    for (let count = 2; taken.has(name); count += 1) name = `${whole} (${count})`;
    taken.add(name);
    return { ...one, id: crypto.randomUUID(), name };
  });
}
