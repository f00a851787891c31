import { Select } from '@mantine/core';
import { checkValue, type EditCommand, type Field, valueAt } from '@portolan/model';
import { type ReactElement, useMemo, useState } from 'react';
import { InspectedContext, type InspectedResource, useInspected } from '../field-context.ts';
import { BESIDE_NAME } from './control-classes.ts';
import { FieldView } from './FieldView.tsx';
import { type FieldSpot, fieldOf, hearsOf, isSingle } from './field-spot.ts';
import styles from './more.module.css';
import { useMore } from './more-context.ts';
import { removalPath } from './removal-path.ts';

/** The choice that takes all of them away. */
const NONE = 'none';

const NOTHING: readonly Field[] = [];

interface ChoiceViewProps {
  /** The object that they stand in. */
  readonly spot: FieldSpot;
  readonly fields: readonly Field[];
}

/** Fields of which only one may be there: which one, and that one. Another takes the place of the former. */
export function ChoiceView({ spot, fields }: ChoiceViewProps): ReactElement {
  const { root } = useMore();
  const { resource, canWrite, write } = useInspected();
  const value = valueAt(resource.value, spot.path);
  const present = fields.filter(({ name }) => valueAt(value, [name]) !== undefined);
  const written = present.map(({ name }) => name).join();
  // What is picked counts until it is written, or something else is done about the choice.
  const [pick, setPick] = useState({ name: '', over: '' });
  const picked = pick.name !== '' && pick.over === written ? pick.name : null;
  const chosen = fields.find(({ name }) => name === picked) ?? present[0];
  const names = fields.map(({ name }) => name).join(', ');
  const change = (next: string | null): void => {
    const field = fields.find(({ name }) => name === next);
    const [former] = present;
    if (field === undefined) {
      const path = former && removalPath(root, resource.value, [...spot.path, former.name]);
      if (path !== undefined) write({ kind: 'remove', resource: resource.id, path });
      setPick({ name: '', over: '' });
    } else if (former !== undefined && canTake(field, former, valueAt(value, [former.name]))) {
      const path = [...spot.path, former.name];
      write({ kind: 'rename-key', resource: resource.id, path, key: field.name });
    } else setPick({ name: field.name, over: written });
  };
  const mayGo = present.length === 1 && fields[0]?.choice?.required === false;
  const others = present.filter((field) => field !== chosen);
  return (
    <div className={styles.choice}>
      <Select
        size="xs"
        classNames={BESIDE_NAME}
        label={<span className={styles.oneOf}>One of</span>}
        description={names}
        aria-label={`One of ${names} in ${hearsOf(spot.path)}`}
        placeholder={NONE}
        data={[...fields.map(({ name }) => name), ...(mayGo ? [NONE] : [])]}
        value={chosen?.name ?? null}
        disabled={!canWrite}
        allowDeselect={false}
        error={
          present.length > 1
            ? `Only one of these may be there: ${present.map(({ name }) => name).join(', ')}. Remove the others.`
            : null
        }
        onChange={change}
      />
      {chosen !== undefined && (
        <Chosen
          key={chosen.name}
          spot={spot}
          field={chosen}
          former={picked === null ? NOTHING : others}
        />
      )}
      {picked === null &&
        others.map((field) => <FieldView key={field.name} spot={fieldOf(spot, field)} />)}
    </div>
  );
}

interface ChosenProps {
  /** The object that it stands in. */
  readonly spot: FieldSpot;
  readonly field: Field;
  /** The fields that go when it gets a value. */
  readonly former: readonly Field[];
}

function Chosen({ spot, field, former }: ChosenProps): ReactElement {
  const inspected = useInspected();
  const instead = useMemo(
    () => (former.length === 0 ? inspected : writeInstead(inspected, spot, field, former)),
    [inspected, spot, field, former],
  );
  return (
    <InspectedContext value={instead}>
      <FieldView spot={fieldOf(spot, field)} isNew={former.length > 0} />
    </InspectedContext>
  );
}

/** What gives the field a value takes the former ones away, in the same step. */
function writeInstead(
  inspected: InspectedResource,
  spot: FieldSpot,
  field: Field,
  former: readonly Field[],
): InspectedResource {
  const { resource, write, writeAll } = inspected;
  const removals = former.map(({ name }): EditCommand => {
    return { kind: 'remove', resource: resource.id, path: [...spot.path, name] };
  });
  const names = former.map(({ name }) => name).join(' and ');
  const label = `Use ${field.name} instead of ${names} of ${resource.name}`;
  const gives = ({ kind }: EditCommand) => kind === 'set' || kind === 'insert';
  return {
    ...inspected,
    write: (command) => (gives(command) ? writeAll([command, ...removals], label) : write(command)),
  };
}

/** Whether the value of one field can stand in another as it is. */
function canTake(field: Field, former: Field, value: unknown): boolean {
  return isSingle(field) && isSingle(former) && checkValue(field, value) === null;
}
