import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type ReactElement, useState } from 'react';
import { useInspected } from '../field-context.ts';
import { FieldName } from './FieldName.tsx';
import { FoldedField } from './FoldedField.tsx';
import { type FieldSpot, hearsOf, isSingle, itemOf, titleOf } from './field-spot.ts';
import styles from './more.module.css';
import { useSpot } from './more-context.ts';
import { ScalarControl } from './ScalarControl.tsx';

/** The items of a list, and a place for one more: it is written with its first value. */
export function ListItems({ spot }: { readonly spot: FieldSpot }): ReactElement {
  const { canWrite } = useInspected();
  const { value } = useSpot(spot);
  const [newIndex, setNewIndex] = useState<number | null>(null);
  const count = Array.isArray(value) ? value.length : 0;
  const shown = newIndex === count ? count + 1 : count;
  return (
    <div className={styles.rows}>
      {Array.from({ length: shown }, (_, index) => (
        // Items have no names: one is its place.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <Item key={index} list={spot} index={index} isNew={index === newIndex} />
      ))}
      {canWrite && (
        <Button
          size="compact-xs"
          variant="default"
          className={styles.add ?? ''}
          leftSection={<IconPlus size={13} aria-hidden />}
          aria-label={`Add to ${hearsOf(spot.path)}`}
          disabled={newIndex === count}
          onClick={() => setNewIndex(count)}
        >
          Add
        </Button>
      )}
    </div>
  );
}

interface ItemProps {
  readonly list: FieldSpot;
  readonly index: number;
  readonly isNew: boolean;
}

function Item({ list, index, isNew }: ItemProps): ReactElement | null {
  const spot = itemOf(list, index);
  const { value } = useSpot({ field: list.field, path: [...list.path, index] });
  if (spot === null) return null;
  const hears = hearsOf(spot.path);
  if (isSingle(spot.field)) return <ScalarControl spot={spot} hears={hears} isFocused={isNew} />;
  const name = `${index + 1}`;
  const title = (
    <FieldName field={spot.field} name={name} isSet={value !== undefined} place={hears} />
  );
  return <FoldedField spot={spot} title={title} about={titleOf(value)} isNew={isNew} />;
}
