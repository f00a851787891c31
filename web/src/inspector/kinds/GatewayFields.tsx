import { ActionIcon, Button } from '@mantine/core';
import { type FieldPath, valueAt } from '@portolan/model';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useField, useInspected } from '../field-context.ts';
import { ChoiceField } from '../fields/ChoiceField.tsx';
import { LabelsField } from '../fields/LabelsField.tsx';
import { ListField } from '../fields/ListField.tsx';
import { SwitchField } from '../fields/SwitchField.tsx';
import { TextField } from '../fields/TextField.tsx';
import { whyNotPort } from '../fields/why-not-port.ts';
import styles from './kinds.module.css';

const PROTOCOLS = ['HTTP', 'HTTPS', 'HTTP2', 'GRPC', 'TLS', 'TCP', 'MONGO'];
const TLS_MODES = [
  'SIMPLE',
  'MUTUAL',
  'OPTIONAL_MUTUAL',
  'PASSTHROUGH',
  'AUTO_PASSTHROUGH',
  'ISTIO_MUTUAL',
];

/** Which pods a Gateway is on, and what it listens on. */
export function GatewayFields(): ReactElement {
  const { resource, write } = useInspected();
  const path: FieldPath = ['spec', 'servers'];
  const { value, set } = useField(path);
  const servers = Array.isArray(value) ? value : [];
  const added = {
    port: { number: 80, name: `http-${servers.length + 1}`, protocol: 'HTTP' },
    hosts: ['*'],
  };
  const add = (): void => {
    const index = servers.length;
    if (index === 0) set([added]);
    else write({ kind: 'insert', resource: resource.id, path, index, value: added });
  };
  return (
    <>
      <LabelsField
        path={['spec', 'selector']}
        label="Selector"
        description="Labels of the gateway’s pods"
      />
      {servers.map((server, index) => (
        // Servers have no names of their own: one is its place.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <Server key={index} index={index} server={server} isLone={servers.length === 1} />
      ))}
      <Button
        size="xs"
        variant="default"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={add}
      >
        Add a server
      </Button>
    </>
  );
}

interface ServerProps {
  readonly index: number;
  readonly server: unknown;
  readonly isLone: boolean;
}

function Server({ index, server, isLone }: ServerProps): ReactElement {
  const { resource, write } = useInspected();
  const path: FieldPath = ['spec', 'servers', index];
  const protocol = String(valueAt(server, ['port', 'protocol']) ?? '').toUpperCase();
  const doesTls = protocol === 'HTTPS' || protocol === 'TLS';
  const title = `Server ${index + 1}`;
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{title}</legend>
      <ActionIcon
        className={styles.remove ?? ''}
        variant="subtle"
        color="gray"
        size={24}
        aria-label={`Remove ${title.toLowerCase()}`}
        disabled={isLone}
        onClick={() => write({ kind: 'remove', resource: resource.id, path })}
      >
        <IconX size={14} aria-hidden />
      </ActionIcon>
      <div className={styles.three}>
        <TextField
          path={[...path, 'port', 'number']}
          label="Port"
          check={whyNotPort}
          numeric
          required
        />
        <ChoiceField
          path={[...path, 'port', 'protocol']}
          label="Protocol"
          choices={PROTOCOLS}
          fallback="none"
        />
        <TextField path={[...path, 'port', 'name']} label="Name" />
      </div>
      <ListField path={[...path, 'hosts']} label="Hosts" placeholder="*" />
      {doesTls ? (
        <div className={styles.two}>
          <ChoiceField
            path={[...path, 'tls', 'mode']}
            label="TLS mode"
            choices={TLS_MODES}
            fallback="PASSTHROUGH"
          />
          <TextField
            path={[...path, 'tls', 'credentialName']}
            label="Secret with the certificate"
          />
        </div>
      ) : (
        <SwitchField path={[...path, 'tls', 'httpsRedirect']} label="Redirect to HTTPS" />
      )}
    </fieldset>
  );
}
