import { ActionIcon, Button } from '@mantine/core';
import type { FieldPath } from '@portolan/model';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useField, useInspected } from '../field-context.ts';
import { ChoiceField } from '../fields/ChoiceField.tsx';
import { LabelsField } from '../fields/LabelsField.tsx';
import { TextField } from '../fields/TextField.tsx';
import { whyNotPort } from '../fields/why-not-port.ts';
import styles from './kinds.module.css';

const TYPES = ['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName'];

/** What a Service selects, and its ports. */
export function ServiceFields(): ReactElement {
  const { resource, write } = useInspected();
  const path: FieldPath = ['spec', 'ports'];
  const { value, set } = useField(path);
  const ports = Array.isArray(value) ? value : [];
  const added = { name: `http-${ports.length + 1}`, port: 8080, targetPort: 8080 };
  const add = (): void => {
    const index = ports.length;
    if (index === 0) set([added]);
    else write({ kind: 'insert', resource: resource.id, path, index, value: added });
  };
  return (
    <>
      <LabelsField
        path={['spec', 'selector']}
        label="Selector"
        description="Labels of the pods behind it"
      />
      <ChoiceField path={['spec', 'type']} label="Type" choices={TYPES} fallback="ClusterIP" />
      {ports.map((_, index) => (
        // Ports may have no names: one is its place.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <div key={index} className={styles.port}>
          <TextField
            path={[...path, index, 'port']}
            label={index === 0 ? 'Port' : ''}
            hears={`Port ${index + 1}`}
            check={whyNotPort}
            numeric
            required
          />
          <TextField
            path={[...path, index, 'targetPort']}
            label={index === 0 ? 'of the pod' : ''}
            hears={`Pod’s port ${index + 1}`}
            placeholder="the same"
            numeric
          />
          <TextField
            path={[...path, index, 'name']}
            label={index === 0 ? 'Name' : ''}
            hears={`Name of port ${index + 1}`}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={30}
            aria-label={`Remove port ${index + 1}`}
            disabled={ports.length === 1}
            onClick={() => write({ kind: 'remove', resource: resource.id, path: [...path, index] })}
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
