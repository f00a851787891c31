import { IconArrowsExchange } from '@tabler/icons-react';
import { type ReactElement, useEffect, useMemo, useRef } from 'react';
import { showSavedRequest } from './commands/requests/save-request.ts';
import styles from './Dock.module.css';
import type { CheckedRequest } from './session/requests/checking.ts';
import { sayChange } from './session/requests/say-ending.ts';
import { useChecking, useSession } from './session/session-context.ts';
import { selectChecked } from './session/session-selectors.ts';
import { announce } from './ui/announce.ts';
import { useViewStore } from './view-state/view-context.ts';

/** Says which saved request ends otherwise than expected, on screen and to those who listen; leads to it. */
export function RequestAlarm(): ReactElement | null {
  const session = useSession();
  const view = useViewStore();
  const results = useChecking(selectChecked);
  const changed = useMemo(
    () => results.filter(({ mismatches }) => mismatches.length > 0),
    [results],
  );
  const [first] = changed;
  const words = useMemo(() => describe(changed), [changed]);
  useSaid(words, results.length > 0);
  if (first === undefined) return null;
  return (
    <button
      type="button"
      className={styles.alarm}
      title={words}
      onClick={() => {
        session.tracing.ask(first.kept.request, false);
        showSavedRequest(view, first.kept.id);
      }}
    >
      <IconArrowsExchange size={15} aria-hidden />
      <span>{words}</span>
    </button>
  );
}

function describe(changed: readonly CheckedRequest[]): string {
  const [first] = changed;
  if (first === undefined) return '';
  const more = changed.length - 1;
  const others = more === 0 ? '' : `, and ${more} more`;
  return `${first.kept.name}: ${sayChange(first.kept, first.trace)}${others}`;
}

/** The first time, good news is no news. */
function useSaid(words: string, hasRequests: boolean): void {
  const before = useRef('');
  useEffect(() => {
    if (words === before.current) return;
    before.current = words;
    if (words !== '') announce(`Saved request: ${words}`, 'saved requests');
    else if (hasRequests) announce('All saved requests end as expected', 'saved requests');
  }, [words, hasRequests]);
}
