import { TextInput } from '@mantine/core';
import { findRootField, loadFieldDictionary } from '@portolan/model';
import { IconSearch } from '@tabler/icons-react';
import { type ReactElement, use, useDeferredValue, useMemo, useState } from 'react';
import { useInspected } from '../field-context.ts';
import { curatedFields } from './curated-fields.ts';
import { FieldContent } from './FieldContent.tsx';
import { FieldView } from './FieldView.tsx';
import { type FieldSpot, fieldOf } from './field-spot.ts';
import styles from './more.module.css';
import { MoreContext, useMore } from './more-context.ts';
import { ObjectFields } from './ObjectFields.tsx';
import { searchFields } from './search-fields.ts';

const DICTIONARY = loadFieldDictionary();

const MOST_FOUND = 30;

/** Every field of the inspected resource's kind that has no control of its own, and a search in all of them. */
export function MoreFields(): ReactElement {
  const { resource } = useInspected();
  const root = findRootField(use(DICTIONARY), resource);
  const [query, setQuery] = useState('');
  const more = useMemo(
    () =>
      root === undefined
        ? null
        : { root, isCurated: curatedFields(resource), Content: FieldContent },
    [root, resource],
  );
  if (more === null) {
    return (
      <p className={styles.description}>
        Portolan does not know the fields of {resource.kind} in {resource.version}. They are kept as
        they are, and can be changed in the YAML.
      </p>
    );
  }
  return (
    <MoreContext value={more}>
      <TextInput
        size="xs"
        type="search"
        aria-label="Find a field"
        placeholder="Find a field"
        leftSection={<IconSearch size={14} aria-hidden />}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
        autoComplete="off"
        spellCheck={false}
      />
      {query.trim() === '' ? <AllFields /> : <FoundFields query={query} />}
    </MoreContext>
  );
}

function AllFields(): ReactElement {
  const { root } = useMore();
  const whole: FieldSpot = { field: root, path: [] };
  const spec = root.fields.find(({ name }) => name === 'spec');
  return (
    <>
      {spec !== undefined && <ObjectFields spot={fieldOf(whole, spec)} />}
      <ObjectFields spot={whole} without={['spec']} />
    </>
  );
}

function FoundFields({ query }: { readonly query: string }): ReactElement {
  const { root } = useMore();
  const { resource } = useInspected();
  const asked = useDeferredValue(query);
  const { spots, count } = useMemo(
    () => searchFields({ field: root, path: [] }, resource.value, asked, MOST_FOUND),
    [root, resource, asked],
  );
  return (
    <div className={styles.rows}>
      <p className={styles.found} role="status">
        {tellCount(count, spots.length)}
      </p>
      {spots.map((spot) => (
        <FieldView key={JSON.stringify(spot.path)} spot={spot} isAlone />
      ))}
    </div>
  );
}

function tellCount(count: number, shown: number): string {
  if (count === 0) return 'No field of this kind has these words in its name or description.';
  if (count > shown)
    return `${count} fields; the first ${shown} are shown. Another word finds fewer.`;
  return count === 1 ? '1 field' : `${count} fields`;
}
