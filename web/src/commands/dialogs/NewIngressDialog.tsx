import {
  Autocomplete,
  Button,
  Group,
  NumberInput,
  Stack,
  Switch,
  TagsInput,
  TextInput,
} from '@mantine/core';
import { type FormRulesRecord, type UseFormReturnType, useForm } from '@mantine/form';
import { type EditCommand, type Snapshot, whyNotHost, whyNotName } from '@portolan/model';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { DialogBox } from '../../ui/DialogBox.tsx';
import { useCommandContext } from '../command-context.ts';
import { runEdit } from '../run-edit.ts';
import styles from './NewIngressDialog.module.css';

interface Answers {
  readonly host: string;
  readonly isSecure: boolean;
  readonly secret: string;
  readonly service: string;
  readonly port: number | string;
  readonly paths: string[];
  readonly isCanary: boolean;
  readonly percent: number | string;
}

const FIRST_ANSWERS: Answers = {
  host: 'shop.example.com',
  isSecure: true,
  secret: 'shop-tls',
  service: 'shop',
  port: 80,
  paths: [],
  isCanary: false,
  percent: 10,
};

const VALIDATE: FormRulesRecord<Answers> = {
  host: whyNotHost,
  secret: (secret, { isSecure }) => (isSecure ? whyNotName('Secret', secret) : null),
  service: (service) => whyNotName('Service', service),
  port: (port) => (isWhole(port, 1, 65_535) ? null : 'A whole number from 1 to 65535.'),
  paths: (paths) =>
    paths.every((path) => /^\/\S*$/.test(path)) ? null : 'Each path begins with "/".',
  percent: (percent, { isCanary }) =>
    !isCanary || isWhole(percent, 0, 100) ? null : 'A whole number from 0 to 100.',
};

/** Asks what an ingress is about, and writes the whole as one step. */
export function NewIngressDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const context = useCommandContext();
  const { snapshot } = context.session.store.getState();
  const services = serviceNames(snapshot);
  const [reason, setReason] = useState<string | null>(null);
  const form = useForm<Answers>({
    initialValues: { ...FIRST_ANSWERS, ...(services[0] && { service: services[0] }) },
    validateInputOnBlur: true,
    validate: VALIDATE,
  });

  const onSubmit = form.onSubmit((answers) => {
    const result = runEdit(context, toCommand(answers));
    if (result.ok) onClose();
    else setReason(result.reason);
  });

  return (
    <DialogBox onClose={onClose} title="New ingress">
      <form onSubmit={onSubmit} noValidate>
        <Stack gap="md">
          <TextInput
            data-autofocus
            label="Host"
            description="The name that clients ask for: shop.example.com, *.example.com, or * for any"
            {...codeField}
            {...form.getInputProps('host')}
          />
          <SecureFields form={form} />
          <ServiceFields form={form} services={services} />
          <TagsInput
            label="Paths"
            description="What they begin with, such as /cart; none: every path"
            placeholder={form.values.paths.length === 0 ? 'Every path' : ''}
            splitChars={[',', ' ']}
            acceptValueOnBlur
            {...codeField}
            {...form.getInputProps('paths')}
          />
          <CanaryFields form={form} />
          {reason !== null && (
            <p role="alert" className={styles.reason}>
              {reason}
            </p>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit">Write it</Button>
          </Group>
        </Stack>
      </form>
    </DialogBox>
  );
}

interface FieldProps {
  readonly form: UseFormReturnType<Answers>;
}

function SecureFields({ form }: FieldProps): ReactElement {
  return (
    <Group align="flex-start" gap="md" className={styles.row ?? ''}>
      <Switch
        className={styles.switch ?? ''}
        label="HTTPS"
        description="HTTP is redirected to it"
        {...form.getInputProps('isSecure', { type: 'checkbox' })}
      />
      <TextInput
        className={styles.grow ?? ''}
        label="Secret with the certificate"
        description="In the namespace of the gateway’s pods"
        disabled={!form.values.isSecure}
        {...codeField}
        {...form.getInputProps('secret')}
      />
    </Group>
  );
}

function ServiceFields({
  form,
  services,
}: FieldProps & { readonly services: readonly string[] }): ReactElement {
  return (
    <Group align="flex-start" gap="md" className={styles.row ?? ''}>
      <Autocomplete
        className={styles.grow ?? ''}
        label="Service"
        description="One that is there, or a new name"
        data={[...services]}
        {...codeField}
        {...form.getInputProps('service')}
      />
      <NumberInput
        className={styles.port ?? ''}
        label="Port"
        description="Of the Service"
        min={1}
        max={65_535}
        allowDecimal={false}
        hideControls
        {...form.getInputProps('port')}
      />
    </Group>
  );
}

function CanaryFields({ form }: FieldProps): ReactElement {
  return (
    <Group align="flex-start" gap="md" className={styles.row ?? ''}>
      <Switch
        className={styles.switch ?? ''}
        label="Canary"
        description="Part of the requests to a second version"
        {...form.getInputProps('isCanary', { type: 'checkbox' })}
      />
      <NumberInput
        className={styles.port ?? ''}
        label="To version v2"
        suffix=" %"
        min={0}
        max={100}
        allowDecimal={false}
        hideControls
        disabled={!form.values.isCanary}
        {...form.getInputProps('percent')}
      />
    </Group>
  );
}

const codeField = { spellCheck: false, autoComplete: 'off' } as const;

function serviceNames({ resources }: Snapshot): readonly string[] {
  const services = resources.filter(({ details }) => details.type === 'Service');
  return [...new Set(services.map(({ name }) => name))];
}

function toCommand(answers: Answers): EditCommand {
  const { host, isSecure, secret, service, port, paths, isCanary, percent } = answers;
  return {
    kind: 'new-ingress',
    host: host.trim(),
    https: isSecure ? { credentialName: secret.trim() } : null,
    service: { name: service.trim(), port: Number(port) },
    paths,
    canary: isCanary ? { percent: Number(percent) } : null,
  };
}

function isWhole(value: number | string, least: number, most: number): boolean {
  const number = typeof value === 'number' ? value : Number.NaN;
  return Number.isInteger(number) && number >= least && number <= most;
}
