import type { ReactElement } from 'react';
import styles from './JsonView.module.css';

/** More is no picture of anything; it can be copied whole. */
export const MOST_CHARACTERS = 60_000;

/** JSON to read, its names and values set apart by colour. */
export function JsonView({ json }: { readonly json: string }): ReactElement {
  const shown = json.slice(0, MOST_CHARACTERS);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by keyboard
    <pre className={styles.json} tabIndex={0}>
      <code>
        {shown.split('\n').map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
          <JsonLine key={index} line={line} />
        ))}
      </code>
      {shown.length < json.length && (
        <span className={styles.more}>… and more; Copy gives all of it.</span>
      )}
    </pre>
  );
}

const PARTS = /^(\s*)("(?:[^"\\]|\\.)*")(: )?(.*)$/;

function JsonLine({ line }: { readonly line: string }): ReactElement {
  const [, indent = '', first = '', colon, rest = ''] = PARTS.exec(line) ?? [];
  if (first === '') return <span className={styles.line}>{`${line}\n`}</span>;
  if (colon === undefined)
    return (
      <span className={styles.line}>
        {indent}
        <span className={styles.value}>{first}</span>
        {`${rest}\n`}
      </span>
    );
  return (
    <span className={styles.line}>
      {indent}
      <span className={styles.name}>{first}</span>
      {': '}
      <span className={/^["\d-]|^(true|false|null)/.test(rest) ? styles.value : undefined}>
        {rest}
      </span>
      {'\n'}
    </span>
  );
}
