import { Button, SegmentedControl, TextInput } from '@mantine/core';
import type { Diagnostic } from '@portolan/model';
import { IconAdjustmentsQuestion, IconSearch } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { countClasses, type ProblemClass } from '../session/problems/problem-class.ts';
import { PROBLEM_CLASSES, PROBLEM_LOOKS } from '../ui/problem-look.ts';
import { useViewState, useViewStore } from '../view-state/view-context.ts';
import {
  changePanes,
  type PaneLayout,
  showDialog,
  type ViewState,
} from '../view-state/view-state.ts';
import { MutedMenu } from './MutedMenu.tsx';
import styles from './ProblemsPane.module.css';

interface ProblemsToolbarProps {
  readonly problems: readonly Diagnostic[];
  readonly query: string;
  readonly hidden: ReadonlySet<ProblemClass>;
  readonly onQuery: (query: string) => void;
  readonly onHidden: (hidden: ReadonlySet<ProblemClass>) => void;
}

/** Which problems are shown, and in which order. */
export function ProblemsToolbar(props: ProblemsToolbarProps): ReactElement {
  const { problems, query, hidden, onQuery, onHidden } = props;
  const view = useViewStore();
  const by = useViewState(selectGrouping);
  const counts = countClasses(problems);
  const toggle = (one: ProblemClass): void => {
    const next = new Set(hidden);
    if (!next.delete(one)) next.add(one);
    onHidden(next);
  };
  return (
    <div className={styles.toolbar} role="toolbar" aria-label="Which problems are shown">
      {PROBLEM_CLASSES.map((one) => {
        const { Icon, many } = PROBLEM_LOOKS[one];
        return (
          <button
            key={one}
            type="button"
            className={styles.toggle}
            aria-pressed={!hidden.has(one)}
            aria-label={`${many}: ${counts[one]}`}
            title={`${hidden.has(one) ? 'Show' : 'Hide'} ${many.toLowerCase()}`}
            data-class={one}
            onClick={() => toggle(one)}
          >
            <Icon size={15} aria-hidden />
            {counts[one]}
          </button>
        );
      })}
      <TextInput
        size="xs"
        className={styles.filter}
        aria-label="Filter problems"
        placeholder="Filter by name, code or word"
        leftSection={<IconSearch size={14} aria-hidden />}
        value={query}
        onChange={(event) => onQuery(event.currentTarget.value)}
      />
      <span className={styles.space} />
      <MutedMenu />
      <Button
        size="compact-xs"
        variant="subtle"
        color="gray"
        leftSection={<IconAdjustmentsQuestion size={14} aria-hidden />}
        onClick={() => showDialog(view, { kind: 'assumptions', part: 'gateways' })}
      >
        Assumptions
      </Button>
      <SegmentedControl
        size="xs"
        aria-label="Group problems by"
        value={by}
        data={[
          { value: 'resource', label: 'By resource' },
          { value: 'code', label: 'By code' },
        ]}
        onChange={(value) => {
          if (value === 'resource' || value === 'code') changePanes(view, { problemsBy: value });
        }}
      />
    </div>
  );
}

function selectGrouping({ panes }: ViewState): PaneLayout['problemsBy'] {
  return panes.problemsBy;
}
