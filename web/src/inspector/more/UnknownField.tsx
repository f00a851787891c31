import { suggestFields, valueAt } from '@portolan/model';
import type { ReactElement } from 'react';
import { useInspected } from '../field-context.ts';
import { type FieldSpot, hearsOf } from './field-spot.ts';
import styles from './more.module.css';
import { useMore } from './more-context.ts';
import { RemoveButton } from './RemoveButton.tsx';

interface UnknownFieldProps {
  /** The object that it stands in. */
  readonly spot: FieldSpot;
  readonly name: string;
}

const LONGEST = 200;

/** A field of the YAML that the kind does not have: it is kept, and what was meant is offered. */
export function UnknownField({ spot, name }: UnknownFieldProps): ReactElement {
  const { resource, canWrite, write } = useInspected();
  const { root } = useMore();
  const path = [...spot.path, name];
  const siblings = valueAt(resource.value, spot.path);
  const meant = suggestFields(root, path).find(
    ({ reason, field }) => reason === 'misspelt' && valueAt(siblings, [field.name]) === undefined,
  );
  return (
    <div className={styles.unknown}>
      <div className={styles.line}>
        <span className={styles.name} data-set>
          {name}
          <span className={styles.mark}>unknown</span>
        </span>
        {canWrite && (
          <RemoveButton
            what={hearsOf(path)}
            onRemove={() => write({ kind: 'remove', resource: resource.id, path })}
          />
        )}
      </div>
      {resource.details.type !== 'Secret' && (
        <code className={styles.raw}>{rawText(valueAt(resource.value, path))}</code>
      )}
      <p className={styles.description}>
        {resource.kind} has no such field here, so it has no effect. It is kept as it is.{' '}
        {meant !== undefined && canWrite && (
          <button
            type="button"
            className={styles.instead}
            onClick={() =>
              write({ kind: 'rename-key', resource: resource.id, path, key: meant.field.name })
            }
          >
            Rename to {meant.field.name}
          </button>
        )}
      </p>
    </div>
  );
}

function rawText(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
