import { Button } from '@mantine/core';
import type { AssumedGateway } from '@portolan/model';
import { IconChevronRight, IconTrash } from '@tabler/icons-react';
import { type ReactElement, useId } from 'react';
import styles from './AssumptionsDialog.module.css';
import { GatewayFields } from './GatewayFields.tsx';

interface GatewayCardProps {
  readonly gateway: AssumedGateway;
  readonly others: readonly AssumedGateway[];
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly onChange: (gateway: AssumedGateway, label: string) => void;
  readonly onRemove: () => void;
}

/** One assumed gateway in a line, and opened all that is assumed of it. */
export function GatewayCard(props: GatewayCardProps): ReactElement {
  const { gateway, others, isOpen, onToggle, onChange, onRemove } = props;
  const fieldsId = useId();
  const { name, namespace } = gateway;
  return (
    <section className={styles.card} aria-label={`Gateway ${name} in ${namespace}`}>
      <div className={styles.head}>
        <button
          type="button"
          className={styles.toggle}
          aria-expanded={isOpen}
          aria-controls={fieldsId}
          onClick={onToggle}
        >
          <IconChevronRight size={15} className={styles.chevron} aria-hidden />
          <span className={styles.name}>{name}</span>
          <span className={styles.quiet}>in {namespace}</span>
        </button>
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          leftSection={<IconTrash size={14} aria-hidden />}
          aria-label={`Remove the gateway ${name}`}
          onClick={onRemove}
        >
          Remove
        </Button>
      </div>
      {!isOpen && <p className={styles.quiet}>{summarize(gateway)}</p>}
      <div id={fieldsId} hidden={!isOpen}>
        {isOpen && <GatewayFields gateway={gateway} others={others} onChange={onChange} />}
      </div>
    </section>
  );
}

function summarize({ labels, service, tlsTerminatedInFront }: AssumedGateway): string {
  const pairs = Object.entries(labels).map((pair) => pair.join('='));
  const ports = service?.ports.map(({ port, targetPort }) => `${port} to ${targetPort}`) ?? [];
  const parts = [
    pairs.length === 0 ? 'no labels' : pairs.join(', '),
    service === null ? 'no Service in front' : `${service.type} ${ports.join(', ')}`.trim(),
    ...(tlsTerminatedInFront ? ['TLS ended in front'] : []),
  ];
  return parts.join(' · ');
}
