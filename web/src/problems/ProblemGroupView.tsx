import { type Diagnostic, entryOf, isCode } from '@portolan/model';
import type { ReactElement } from 'react';
import { classOf } from '../session/problems/problem-class.ts';
import { problemKey } from '../session/problems/problem-key.ts';
import { KindIcon } from '../ui/KindIcon.tsx';
import { findKindLook } from '../ui/kind-look.ts';
import { PROBLEM_LOOKS } from '../ui/problem-look.ts';
import type { ProblemGroup } from './group-problems.ts';
import styles from './ProblemsPane.module.css';

interface ProblemGroupViewProps {
  readonly group: ProblemGroup;
  readonly by: 'resource' | 'code';
  readonly current: string | null;
  /** The finding that Tab comes to. */
  readonly tabStop: string | null;
  readonly lineOf: (problem: Diagnostic) => number | null;
  readonly onShow: (problem: Diagnostic, focusText: boolean) => void;
}

/** The findings of one resource, or of one code. */
export function ProblemGroupView(props: ProblemGroupViewProps): ReactElement {
  const { group, by, current, tabStop, lineOf, onShow } = props;
  const label = by === 'code' && isCode(group.key) ? entryOf(group.key).title : group.key;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a listbox
    <div role="group" aria-label={label === '' ? 'The YAML itself' : label}>
      <div className={styles.heading} role="presentation">
        {by === 'code' ? <CodeHeading code={group.key} /> : <ResourceHeading id={group.key} />}
        <span className={styles.count}>{group.problems.length}</span>
      </div>
      {group.problems.map((problem) => {
        const key = problemKey(problem);
        return (
          <ProblemLine
            key={key}
            problem={problem}
            isCurrent={key === current}
            isTabStop={key === tabStop}
            line={lineOf(problem)}
            onShow={onShow}
          />
        );
      })}
    </div>
  );
}

function CodeHeading({ code }: { readonly code: string }): ReactElement {
  return (
    <>
      <code className={styles.code}>{code}</code>
      <span className={styles.title}>{isCode(code) && entryOf(code).title}</span>
    </>
  );
}

function ResourceHeading({ id }: { readonly id: string }): ReactElement {
  if (id === '') return <span className={styles.title}>The YAML itself</span>;
  const [kind = '', namespace = '', name = ''] = id.split('/');
  const short = kind.split('.')[0] ?? kind;
  return (
    <>
      <span className={styles.kind} style={{ color: findKindLook(short).color }}>
        <KindIcon kind={short} size={15} />
      </span>
      <span className={styles.title}>{name}</span>
      <span className={styles.dim}>
        {short}
        {namespace === '' ? '' : ` in ${namespace}`}
      </span>
    </>
  );
}

interface ProblemLineProps {
  readonly problem: Diagnostic;
  readonly isCurrent: boolean;
  readonly isTabStop: boolean;
  /** 1-based; null where the text has changed meanwhile. */
  readonly line: number | null;
  readonly onShow: (problem: Diagnostic, focusText: boolean) => void;
}

function ProblemLine(props: ProblemLineProps): ReactElement {
  const { problem, isCurrent, isTabStop, line, onShow } = props;
  const look = classOf(problem);
  const { Icon, word } = PROBLEM_LOOKS[look];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys of all its lines
    <div
      role="option"
      className={styles.problem}
      aria-selected={isCurrent}
      tabIndex={isTabStop ? 0 : -1}
      data-key={problemKey(problem)}
      onClick={() => onShow(problem, false)}
      onDoubleClick={() => onShow(problem, true)}
    >
      <span className={styles.icon} data-class={look}>
        <Icon size={16} aria-hidden />
        <span className={styles.hidden}>{word}:</span>
      </span>
      <span className={styles.message}>{problem.message}</span>
      <code className={styles.code}>{problem.code}</code>
      {line !== null && <span className={styles.place}>Ln {line}</span>}
    </div>
  );
}
