import { ActionIcon, Button } from '@mantine/core';
import type { FieldPath } from '@portolan/model';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { ReactElement, ReactNode } from 'react';
import { useField, useInspected } from '../field-context.ts';
import styles from './kinds.module.css';

const PATH: FieldPath = ['spec', 'ports'];

interface PortListProps {
  /** What is added behind so many ports. */
  readonly added: (count: number) => Readonly<Record<string, string | number>>;
  /** The fields of a port, by its path and its place from 0. */
  readonly children: (path: FieldPath, index: number) => ReactNode;
}

/** The ports of a resource, a line each. The last one stays: without any, nothing could get there. */
export function PortList({ added, children }: PortListProps): ReactElement {
  const { resource, write } = useInspected();
  const { value, set } = useField(PATH);
  const ports = Array.isArray(value) ? value : [];
  const add = (): void => {
    const index = ports.length;
    if (index === 0) set([added(index)]);
    else write({ kind: 'insert', resource: resource.id, path: PATH, index, value: added(index) });
  };
  return (
    <>
      {ports.map((_, index) => (
        // Ports may have no names: one is its place.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <div key={index} className={styles.port}>
          {children([...PATH, index], index)}
          <ActionIcon
            variant="subtle"
            color="gray"
            size={30}
            aria-label={`Remove port ${index + 1}`}
            disabled={ports.length === 1}
            onClick={() => write({ kind: 'remove', resource: resource.id, path: [...PATH, index] })}
          >
            <IconX size={14} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <Button
        size="xs"
        variant="default"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={add}
      >
        Add a port
      </Button>
    </>
  );
}
