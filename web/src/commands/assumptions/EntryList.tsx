import { Button, TagsInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type ReactElement, useState } from 'react';
import styles from './AssumptionsDialog.module.css';

interface EntryListProps {
  readonly label: string;
  readonly description: string;
  readonly placeholder: string;
  readonly entries: readonly string[];
  /** Offered, to be added by a click. */
  readonly known?: readonly string[];
  /** Why a text cannot be an entry; null where it can. */
  readonly whyNot: (text: string) => string | null;
  /** `changed` came to the entries, or went. */
  readonly onChange: (entries: readonly string[], changed: string, isAdded: boolean) => void;
}

/** A list of texts as chips. What is typed is checked at once, and stays to be corrected where it does not fit. */
export function EntryList(props: EntryListProps): ReactElement {
  const { label, description, placeholder, entries, known = [], whyNot, onChange } = props;
  const [search, setSearch] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const offered = known.filter((entry) => !entries.includes(entry));
  const typed = search.trim();
  const why = refused ?? (typed === '' || isBeginning(typed, offered) ? null : whyNot(typed));
  const change = (next: readonly string[]): void => {
    const added = next.filter((entry) => !entries.includes(entry));
    const fitting = added.filter((entry) => whyNot(entry) === null);
    const odd = added.find((entry) => whyNot(entry) !== null);
    const gone = entries.find((entry) => !next.includes(entry));
    if (odd !== undefined) {
      setSearch(odd);
      setRefused(whyNot(odd));
    }
    const [first] = fitting;
    if (first !== undefined) onChange([...entries, ...fitting], first, true);
    else if (gone !== undefined) onChange(next, gone, false);
  };
  return (
    <div>
      <TagsInput
        size="sm"
        label={label}
        description={description}
        placeholder={entries.length === 0 ? placeholder : undefined}
        value={[...entries]}
        error={why}
        searchValue={search}
        onSearchChange={(text) => {
          setSearch(text);
          setRefused(null);
        }}
        onChange={change}
        splitChars={[',', ' ']}
        acceptValueOnBlur
        autoComplete="off"
        spellCheck={false}
      />
      <Offers
        label={label}
        entries={offered}
        onAdd={(entry) => onChange([...entries, entry], entry, true)}
      />
    </div>
  );
}

const MOST_OFFERED = 8;

interface OffersProps {
  readonly label: string;
  readonly entries: readonly string[];
  readonly onAdd: (entry: string) => void;
}

function Offers({ label, entries, onAdd }: OffersProps): ReactElement | null {
  if (entries.length === 0) return null;
  return (
    <ul className={styles.offers} aria-label={`${label}: what findings ask about`}>
      {entries.slice(0, MOST_OFFERED).map((entry) => (
        <li key={entry}>
          <Button
            size="compact-xs"
            variant="light"
            leftSection={<IconPlus size={13} aria-hidden />}
            onClick={() => onAdd(entry)}
          >
            {entry}
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** Whoever is about to write one of these has made no mistake yet. */
function isBeginning(typed: string, known: readonly string[]): boolean {
  return known.some((entry) => entry.startsWith(typed));
}
