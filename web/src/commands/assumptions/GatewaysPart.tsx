import { Button } from '@mantine/core';
import { type AssumedGateway, describeAssumable } from '@portolan/model';
import { IconPlus } from '@tabler/icons-react';
import { type ReactElement, useState } from 'react';
import { AddGateway } from './AddGateway.tsx';
import styles from './AssumptionsDialog.module.css';
import { GatewayCard } from './GatewayCard.tsx';
import { useAssumptions } from './use-assumptions.ts';
import { useProposed } from './use-proposed.ts';

/** The gateways that run outside the text: how they are called, and what stands in front of them. */
export function GatewaysPart(): ReactElement {
  const { assumptions, change } = useAssumptions();
  const { gateways } = assumptions;
  const [open, setOpen] = useState<number | null>(null);
  const proposals = useProposed('gateway');
  const add = (gateway: AssumedGateway): void => {
    change({ gateways: [...gateways, gateway] }, `Assume the gateway ${gateway.name}`);
    setOpen(gateways.length);
  };
  return (
    <div className={styles.part}>
      <p className={styles.quiet}>
        A Gateway only says what to listen for. The pods that do it, and the Service with the
        external address, come with the installation of Istio.
      </p>
      {proposals.length > 0 && (
        <ul className={styles.proposals} aria-label="Gateways that the text asks for">
          {proposals.map(({ gateway }) => (
            <li key={`${gateway.namespace}/${gateway.name}`}>
              <Button
                size="xs"
                variant="light"
                leftSection={<IconPlus size={14} aria-hidden />}
                onClick={() => add(gateway)}
              >
                {describeAssumable({ kind: 'gateway', gateway })}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {gateways.map((gateway, at) => (
        <GatewayCard
          // biome-ignore lint/suspicious/noArrayIndexKey: the name changes while it is edited, the place does not
          key={at}
          gateway={gateway}
          others={gateways.filter((_, index) => index !== at)}
          isOpen={open === at}
          onToggle={() => setOpen(open === at ? null : at)}
          onChange={(next, label) => change({ gateways: gateways.with(at, next) }, label)}
          onRemove={() => {
            setOpen(null);
            change(
              { gateways: gateways.filter((_, index) => index !== at) },
              `Assume no gateway ${gateway.name}`,
            );
          }}
        />
      ))}
      {gateways.length === 0 && (
        <p className={styles.quiet}>No gateway is assumed: only those of the text count.</p>
      )}
      <AddGateway gateways={gateways} onAdd={add} />
    </div>
  );
}
