import { ActionIcon } from '@mantine/core';
import type { EffectiveRow, Snapshot } from '@portolan/model';
import { IconBookmarkFilled, IconPlayerPlay } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useViewState } from '../../view-state/view-context.ts';
import type { ViewState } from '../../view-state/view-state.ts';
import { FieldLink } from '../FieldLink.tsx';
import { useShowField } from '../use-show-field.ts';
import styles from './RoutesPane.module.css';
import { isOf, type RouteGroup, type RouteRow } from './route-row.ts';

interface RouteTableProps {
  readonly group: RouteGroup;
  readonly snapshot: Snapshot;
  /** How many of the saved requests took each row. */
  readonly coverage: ReadonlyMap<EffectiveRow, number>;
  /** The row that Tab comes to. */
  readonly tabStop: string | null;
  /** The row that was chosen last. */
  readonly current: string | null;
  readonly onCurrent: (id: string) => void;
  readonly onTrace: (row: RouteRow) => void;
}

/** The routes of one host, in order; and what was left out of them. */
export function RouteTable(props: RouteTableProps): ReactElement {
  const { group, snapshot, coverage, tabStop, current, onCurrent, onTrace } = props;
  const { table, rows } = group;
  const { virtualHost, gateway, listener, leftOut } = table;
  const name = `${virtualHost.domains.join(', ')}, ${listener.name}`;
  return (
    <section className={styles.group}>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows take keys. */}
      <table role="grid" className={styles.table} aria-label={name}>
        <caption className={styles.caption}>
          <span className={styles.host}>{virtualHost.domains.join(', ')}</span>
          <span className={styles.server}>
            Gateway {gateway} · {listener.name}
            {virtualHost.requiresTls && ' · without TLS: sent to https'}
          </span>
        </caption>
        <colgroup>
          <col className={styles.number} />
          <col />
          <col />
          <col className={styles.origin} />
          <col className={styles.requests} />
          <col className={styles.trace} />
        </colgroup>
        <thead className={styles.hidden}>
          <tr>
            {['Order', 'Match', 'Goes to', 'Written in', 'Saved requests', 'Trace'].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row
              key={row.id}
              row={row}
              snapshot={snapshot}
              requests={coverage.get(row.row) ?? 0}
              isTabStop={row.id === tabStop}
              isCurrent={row.id === current}
              onCurrent={onCurrent}
              onTrace={onTrace}
            />
          ))}
          {table.rows.length === 0 && (
            <tr>
              <td colSpan={6} className={styles.bare}>
                No routes: every request gets a 404.
              </td>
            </tr>
          )}
        </tbody>
      </table>
      {table.rows.length > table.compared && (
        <p className={styles.bare}>
          Only the first {table.compared} routes of a host are compared with each other.
        </p>
      )}
      {leftOut.length > 0 && (
        <ul className={styles.leftOut} aria-label="Left out">
          {leftOut.map(({ message, origin }) => (
            <li key={`${origin.resourceId} ${origin.path.join('.')} ${message}`}>
              Left out: {message} <FieldLink origin={origin} snapshot={snapshot} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

interface RowProps extends Pick<RouteTableProps, 'snapshot' | 'onCurrent' | 'onTrace'> {
  readonly row: RouteRow;
  readonly requests: number;
  readonly isTabStop: boolean;
  readonly isCurrent: boolean;
}

function Row(props: RowProps): ReactElement {
  const { row, snapshot, requests, isTabStop, isCurrent, onCurrent, onTrace } = props;
  const showField = useShowField();
  const isSelected = useViewState(({ selection }: ViewState) =>
    selection.nodes.some((node) => isOf(row, node)),
  );
  const { id, number, match, action, notes, origin } = row;
  const isShadowed = row.row.shadowedBy !== null;
  const resource = origin.resourceId.slice(origin.resourceId.indexOf('/') + 1);
  return (
    <tr
      className={styles.row}
      data-route={id}
      data-shadowed={isShadowed || undefined}
      data-current={isCurrent || undefined}
      aria-selected={isSelected}
      tabIndex={isTabStop ? 0 : -1}
      onFocus={() => onCurrent(id)}
      onClick={() => showField(origin)}
    >
      <td className={styles.number}>{number}</td>
      <td className={styles.match}>
        {isShadowed ? <del>{match}</del> : match}
        {notes.map((note) => (
          <span key={note} className={styles.note}>
            {note}
          </span>
        ))}
      </td>
      <td className={styles.action}>{isShadowed ? <del>{action}</del> : action}</td>
      <td className={styles.origin}>
        <span className={styles.where}>
          <span className={styles.resource} title={origin.resourceId}>
            {resource}
          </span>
          <FieldLink origin={origin} snapshot={snapshot} isInRow={!isTabStop} />
        </span>
      </td>
      <td className={styles.requests}>
        {requests > 0 && (
          <span title={requests === 1 ? '1 saved request' : `${requests} saved requests`}>
            <IconBookmarkFilled size={13} aria-hidden />
            {requests}
            <span className={styles.hidden}> saved</span>
          </span>
        )}
      </td>
      <td className={styles.trace}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={26}
          aria-label={`Trace route ${number}`}
          title="Trace a request that takes this route (R)"
          tabIndex={isTabStop ? 0 : -1}
          onClick={(event) => {
            event.stopPropagation();
            onTrace(row);
          }}
        >
          <IconPlayerPlay size={15} aria-hidden />
        </ActionIcon>
      </td>
    </tr>
  );
}
