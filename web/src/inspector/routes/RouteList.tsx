import { Button } from '@mantine/core';
import type { RouteProtocol, VirtualServiceNode } from '@portolan/model';
import { IconPlus } from '@tabler/icons-react';
import { type DragEvent, type ReactElement, useState } from 'react';
import { useInspected } from '../field-context.ts';
import { RouteCard } from './RouteCard.tsx';
import styles from './RouteList.module.css';

interface RouteListProps {
  readonly node: VirtualServiceNode;
}

const TITLES: Readonly<Record<RouteProtocol, string>> = {
  http: 'HTTP routes',
  tls: 'TLS routes',
  tcp: 'TCP routes',
};

/** The routes of a VirtualService, in the order in which they are tried. */
export function RouteList({ node }: RouteListProps): ReactElement {
  const { resource, write } = useInspected();
  const protocols = (['http', 'tls', 'tcp'] as const).filter((one) => node[one].length > 0);
  const [first = 'http'] = protocols;
  return (
    <>
      {protocols.map((protocol) => (
        <ProtocolRoutes key={protocol} node={node} protocol={protocol} />
      ))}
      <Button
        size="xs"
        variant="default"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => write({ kind: 'add-route', resource: resource.id, protocol: first })}
      >
        Add a route
      </Button>
    </>
  );
}

interface ProtocolRoutesProps extends RouteListProps {
  readonly protocol: RouteProtocol;
}

function ProtocolRoutes({ node, protocol }: ProtocolRoutesProps): ReactElement {
  const { resource, write } = useInspected();
  const [dragged, setDragged] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const routes = node[protocol];
  const move = (from: number, to: number): void => {
    if (from === to || to < 0 || to >= routes.length) return;
    write({ kind: 'move', resource: resource.id, path: ['spec', protocol], from, to });
  };
  const onDragOver = (event: DragEvent, index: number): void => {
    if (dragged === null) return;
    event.preventDefault();
    setOver(index);
  };
  const onDrop = (event: DragEvent, index: number): void => {
    if (dragged === null) return;
    event.preventDefault();
    event.stopPropagation();
    move(dragged, index);
    setDragged(null);
    setOver(null);
  };
  return (
    <section aria-label={TITLES[protocol]}>
      <h3 className={styles.title}>
        {TITLES[protocol]} <span className={styles.hint}>the first that matches wins</span>
      </h3>
      <ol className={styles.list}>
        {routes.map(({ index }) => (
          <li
            key={index}
            className={styles.item}
            data-over={(over === index && dragged !== null && dragged !== index) || undefined}
            onDragOver={(event) => onDragOver(event, index)}
            onDrop={(event) => onDrop(event, index)}
          >
            <RouteCard
              node={node}
              place={{ protocol, index }}
              isLast={index === routes.length - 1}
              onMove={(by) => move(index, index + by)}
              onDrag={(isDragging) => {
                setDragged(isDragging ? index : null);
                setOver(null);
              }}
            />
          </li>
        ))}
      </ol>
    </section>
  );
}
