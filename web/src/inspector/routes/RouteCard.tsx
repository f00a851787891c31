import { ActionIcon, Menu } from '@mantine/core';
import {
  describeRoute,
  type EditCommand,
  type RoutePlace,
  type VirtualServiceNode,
} from '@portolan/model';
import { IconArrowDown, IconArrowUp, IconDots, IconGripVertical } from '@tabler/icons-react';
import type { KeyboardEvent, ReactElement } from 'react';
import { useInspected } from '../field-context.ts';
import { SharedNote } from '../fields/SharedNote.tsx';
import { PathMatches } from './PathMatches.tsx';
import styles from './RouteCard.module.css';
import { RouteDestinations } from './RouteDestinations.tsx';

interface RouteCardProps {
  readonly node: VirtualServiceNode;
  readonly place: RoutePlace;
  readonly isLast: boolean;
  readonly onMove: (by: number) => void;
  readonly onDrag: (isDragging: boolean) => void;
}

/** One route: its sentence, what it matches, and where it leads. */
export function RouteCard({ node, place, isLast, onMove, onDrag }: RouteCardProps): ReactElement {
  const { protocol, index } = place;
  const sentence = describeRoute(node, protocol, index);
  const words = sentence.slice(sentence.indexOf(': ') + 2);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    event.stopPropagation();
    onMove(event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <article className={styles.card} aria-label={sentence} onKeyDown={onKeyDown}>
      <header className={styles.head}>
        <span
          className={styles.grip}
          draggable
          aria-hidden
          title="Drag to reorder"
          onDragStart={(event) => {
            event.dataTransfer.effectAllowed = 'move';
            onDrag(true);
          }}
          onDragEnd={() => onDrag(false)}
        >
          <IconGripVertical size={16} />
        </span>
        <span className={styles.number}>{index + 1}</span>
        <span className={styles.words}>{words}</span>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={24}
          aria-label={`Move route ${index + 1} up`}
          title="Move up (Alt+↑)"
          disabled={index === 0}
          onClick={() => onMove(-1)}
        >
          <IconArrowUp size={15} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={24}
          aria-label={`Move route ${index + 1} down`}
          title="Move down (Alt+↓)"
          disabled={isLast}
          onClick={() => onMove(1)}
        >
          <IconArrowDown size={15} aria-hidden />
        </ActionIcon>
        <RouteMenu place={place} isLast={isLast} isLone={isLast && index === 0} />
      </header>
      <SharedNote path={['spec', protocol, index]} name="This route" />
      {protocol === 'http' && <PathMatches node={node} index={index} />}
      <RouteDestinations node={node} place={place} />
    </article>
  );
}

interface RouteMenuProps {
  readonly place: RoutePlace;
  readonly isLast: boolean;
  readonly isLone: boolean;
}

function RouteMenu({ place, isLast, isLone }: RouteMenuProps): ReactElement {
  const { resource, write } = useInspected();
  const { protocol, index } = place;
  const id = resource.id;
  const list = ['spec', protocol];
  const route = place;
  const items: readonly (readonly [title: string, command: EditCommand, isOff: boolean])[] = [
    ['Duplicate', { kind: 'duplicate-item', resource: id, path: list, index }, false],
    ['Add a route before it', { kind: 'add-route', resource: id, protocol, index }, false],
    ['Split by its conditions', { kind: 'split-route', resource: id, route }, false],
    ['Merge with the next', { kind: 'merge-routes', resource: id, route }, isLast],
    ['Split 90/10 for a canary', { kind: 'add-canary', resource: id, route, percent: 10 }, false],
  ];
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={24}
          aria-label={`More about route ${index + 1}`}
        >
          <IconDots size={15} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {items.map(([title, command, isOff]) => (
          <Menu.Item key={title} disabled={isOff} onClick={() => write(command)}>
            {title}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          color="var(--error)"
          onClick={() =>
            write({ kind: 'remove', resource: id, path: isLone ? list : [...list, index] })
          }
        >
          Remove the route
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
