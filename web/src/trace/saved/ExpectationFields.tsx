import {
  actualShares,
  type Expectation,
  expectedFields,
  parseShares,
  sayShares,
} from '@portolan/model';
import type { ReactElement } from 'react';
import { editRequest } from '../../session/requests/request-actions.ts';
import { EXPECTED_WORDS } from '../../session/requests/say-ending.ts';
import { useSession } from '../../session/session-context.ts';
import { DraftInput } from '../../ui/DraftInput.tsx';
import styles from './RequestsPane.module.css';
import type { RequestRow } from './request-row.ts';

type ExpectedField = Exclude<keyof Expectation, 'shares'>;

const FIELDS: readonly ExpectedField[] = [
  'outcome',
  'status',
  'location',
  'cluster',
  'upstreamPath',
  'virtualHost',
  'route',
];

const OUTCOMES = [
  ...['routed', 'redirect', 'direct-response', 'fault-abort', 'tcp-proxied'],
  ...['connection-refused', 'no-filter-chain', 'tls-handshake-failed', 'protocol-mismatch'],
  ...['no-virtual-host', 'no-route', 'no-cluster', 'no-endpoints'],
];

/** How a saved request should end, field by field; what is empty may be anything. */
export function ExpectationFields({ row }: { readonly row: RequestRow }): ReactElement {
  const session = useSession();
  const { kept, checked } = row;
  const now = checked === null ? {} : expectedFields(checked.trace);
  const commit = (field: ExpectedField, text: string): void => {
    const { [field]: _, ...others } = kept.expect;
    const value = field === 'status' ? Number(text) : text;
    const expect: Expectation = text === '' ? others : { ...others, [field]: value };
    editRequest(session, kept.id, { expect });
  };
  return (
    <fieldset className={styles.expected}>
      <legend>Should end with</legend>
      {FIELDS.map((field) => {
        const expected = kept.expect[field] ?? '';
        const actual = Object.entries(now).find(([name]) => name === field)?.[1] ?? null;
        const isOff = expected !== '' && checked !== null && expected !== actual;
        return (
          <DraftInput
            key={field}
            size="xs"
            label={EXPECTED_WORDS[field]}
            placeholder="Anything"
            description={isOff ? `Now: ${actual ?? 'none'}` : undefined}
            value={String(expected)}
            whyNot={(text) => whyNot(field, text)}
            onCommit={(text) => commit(field, text)}
          />
        );
      })}
      <SharesField row={row} />
    </fieldset>
  );
}

/** How the weights should send requests. */
function SharesField({ row: { kept, checked } }: { readonly row: RequestRow }): ReactElement {
  const session = useSession();
  const { shares, ...others } = kept.expect;
  const expected = shares === undefined ? '' : sayShares(shares);
  const now = shares && checked ? sayShares(actualShares(checked.trace, shares)) : expected;
  return (
    <DraftInput
      size="xs"
      label={EXPECTED_WORDS.shares}
      placeholder="Any, or cart v1: 90, cart v2: 10"
      description={now === expected ? undefined : `Now: ${now}`}
      value={expected}
      whyNot={(text) => (text === '' || parseShares(text) ? null : NO_SHARES)}
      onCommit={(text) => {
        const read = parseShares(text);
        editRequest(session, kept.id, { expect: read ? { ...others, shares: read } : others });
      }}
    />
  );
}

const NO_SHARES = 'Destinations with numbers from 0 to 100, such as cart v1: 90, cart v2: 10.';

function whyNot(field: ExpectedField, text: string): string | null {
  if (field === 'status' && !/^\d{0,3}$/.test(text)) return 'A status is a number such as 404.';
  if (field === 'outcome' && text !== '' && !OUTCOMES.includes(text))
    return `One of ${OUTCOMES.join(', ')}.`;
  return null;
}
