import { Button, Menu } from '@mantine/core';
import { type Diagnostic, entryOf, muteEntry, type RelatedPlace, rangeOf } from '@portolan/model';
import { IconBellOff, IconExternalLink, IconX } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { classOf } from '../session/problems/problem-class.ts';
import { useSession } from '../session/session-context.ts';
import { PROBLEM_LOOKS } from '../ui/problem-look.ts';
import { useViewStore } from '../view-state/view-context.ts';
import { requestText } from '../view-state/view-state.ts';
import { LinesPicture } from './LinesPicture.tsx';
import { ProblemAssumptions } from './ProblemAssumptions.tsx';
import styles from './ProblemDetails.module.css';
import { ProblemFixes } from './ProblemFixes.tsx';

interface ProblemDetailsProps {
  readonly problem: Diagnostic;
}

/** One finding from its cause to what one sees of it, with the lines that it is about. */
export function ProblemDetails({ problem }: ProblemDetailsProps): ReactElement {
  const view = useViewStore();
  const { code, message, related } = problem;
  const { title, explanation, symptom, link } = entryOf(code);
  const { Icon, word } = PROBLEM_LOOKS[classOf(problem)];
  const isUnknown = problem.certainty === 'unknown';
  return (
    <section className={styles.details} aria-label={`${code}: ${title}`}>
      <header className={styles.header}>
        <span className={styles.icon} data-class={classOf(problem)}>
          <Icon size={18} aria-label={word} />
        </span>
        <h2 className={styles.title}>{title}</h2>
        <code className={styles.code}>{code}</code>
        <button
          type="button"
          className={styles.close}
          aria-label="Close the explanation"
          onClick={() => view.setState({ problem: null })}
        >
          <IconX size={15} aria-hidden />
        </button>
      </header>
      <p className={styles.message}>{message}</p>
      {isUnknown && <ProblemAssumptions problem={problem} />}
      <LinesPicture problem={problem} />
      <ProblemFixes problem={problem} />
      {!isUnknown && <ProblemAssumptions problem={problem} />}
      <h3 className={styles.heading}>Why</h3>
      <p className={styles.text}>{explanation}</p>
      <h3 className={styles.heading}>What one sees</h3>
      <p className={styles.text}>{symptom}</p>
      {related.length > 0 && <Related places={related} />}
      <footer className={styles.footer}>
        <MuteMenu problem={problem} />
        <a className={styles.link} href={link} target="_blank" rel="noopener noreferrer">
          Read more <IconExternalLink size={13} aria-hidden />
        </a>
      </footer>
    </section>
  );
}

function Related({ places }: { readonly places: readonly RelatedPlace[] }): ReactElement {
  const session = useSession();
  const view = useViewStore();
  const show = ({ resource, path }: RelatedPlace): void => {
    const range = rangeOf(session.store.getState().snapshot, resource, path);
    if (range !== undefined) requestText(view, range, true);
  };
  return (
    <>
      <h3 className={styles.heading}>Also about</h3>
      <ul className={styles.related}>
        {places.map((place) => (
          <li key={`${place.resource} ${place.path.join('.')} ${place.message}`}>
            <button type="button" className={styles.link} onClick={() => show(place)}>
              {place.resource}
            </button>
            <span className={styles.text}> {place.message}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function MuteMenu({ problem }: ProblemDetailsProps): ReactElement {
  const session = useSession();
  const { code, resource } = problem;
  const mute = (entry: string): void => {
    const { assumptions } = session.store.getState().snapshot;
    session.assume({ ...assumptions, muted: [...assumptions.muted, entry] }, `Mute ${entry}`);
  };
  return (
    <Menu position="top-start" withinPortal>
      <Menu.Target>
        <Button
          size="compact-xs"
          variant="default"
          disabled={session.readOnlyReason !== null}
          leftSection={<IconBellOff size={14} aria-hidden />}
        >
          Mute
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {resource !== null && (
          <Menu.Item onClick={() => mute(muteEntry(code, resource))}>
            {code} for this resource
          </Menu.Item>
        )}
        <Menu.Item onClick={() => mute(code)}>{code} in the whole sketch</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
