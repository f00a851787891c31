import { Button, CloseButton } from '@mantine/core';
import { type KeyboardEvent, type ReactElement, useEffect, useId, useRef, useState } from 'react';
import { keepSetting, readSetting } from '../../view-state/local-setting.ts';
import { useViewStore } from '../../view-state/view-context.ts';
import styles from './Tour.module.css';
import { type Box, cardPlace } from './tour-card-place.ts';
import { TOUR_STEPS, type TourStep } from './tour-steps.ts';

const SETTING = 'tour';

/** Shows the parts of the screen one by one. Who leaves it goes on next time where it was left. */
export function Tour({ onClose }: { readonly onClose: () => void }): ReactElement | null {
  const [at, setAt] = useState(lastStep);
  const step = TOUR_STEPS[at];
  const goTo = (next: number) => {
    const isOver = next >= TOUR_STEPS.length;
    keepSetting(SETTING, String(isOver ? 0 : next));
    if (isOver) onClose();
    else setAt(Math.max(0, next));
  };
  if (step === undefined) return null;
  return <StepCard key={at} step={step} at={at} onGo={goTo} onClose={onClose} />;
}

/** Where it was left; from the beginning where it was seen to its end, or never. */
function lastStep(): number {
  const kept = Number(readSetting(SETTING));
  return Number.isInteger(kept) && kept > 0 && kept < TOUR_STEPS.length ? kept : 0;
}

interface StepCardProps {
  readonly step: TourStep;
  readonly at: number;
  readonly onGo: (step: number) => void;
  readonly onClose: () => void;
}

function StepCard({ step, at, onGo, onClose }: StepCardProps): ReactElement {
  const card = useRef<HTMLDivElement>(null);
  const [title, text] = [useId(), useId()];
  const part = usePart(step);
  const isLast = at === TOUR_STEPS.length - 1;
  useEffect(() => card.current?.focus(), []);
  const place = usePlace(card, part);
  const onKeyDown = (event: KeyboardEvent): void => {
    const act = actOf(event.key, at, onGo, onClose);
    if (act === null) return;
    event.preventDefault();
    act();
  };
  return (
    <>
      {part !== null && <div className={styles.ring} style={part} aria-hidden />}
      <div
        ref={card}
        role="dialog"
        className={styles.card}
        aria-labelledby={title}
        aria-describedby={text}
        tabIndex={-1}
        style={place}
        onKeyDown={onKeyDown}
      >
        <div className={styles.head}>
          <h2 id={title} className={styles.title}>
            {step.title}
          </h2>
          <CloseButton size="sm" aria-label="Leave the tour" onClick={onClose} />
        </div>
        <p id={text} className={styles.text}>
          {step.text}
        </p>
        <div className={styles.foot}>
          <span className={styles.count}>
            {at + 1} of {TOUR_STEPS.length}
          </span>
          {at > 0 && (
            <Button size="xs" variant="default" onClick={() => onGo(at - 1)}>
              Back
            </Button>
          )}
          <Button size="xs" onClick={() => onGo(at + 1)}>
            {isLast ? 'Done' : 'Next'}
          </Button>
        </div>
      </div>
    </>
  );
}

function actOf(
  key: string,
  at: number,
  onGo: (step: number) => void,
  onClose: () => void,
): (() => void) | null {
  if (key === 'Escape') return onClose;
  if (key === 'ArrowRight') return () => onGo(at + 1);
  return key === 'ArrowLeft' && at > 0 ? () => onGo(at - 1) : null;
}

/** The part of the screen that the step is about, also while panes and the window change. */
function usePart({ place, open }: TourStep): Box | null {
  const view = useViewStore();
  const [part, setPart] = useState<Box | null>(null);
  useEffect(() => {
    open?.(view);
    const measure = () => setPart(boxAround([...document.querySelectorAll(place)]));
    const frame = requestAnimationFrame(measure);
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    const element = document.querySelector(place);
    if (element !== null) observer.observe(element);
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
    };
  }, [view, place, open]);
  return part;
}

/** What holds all of them that are on screen; null where none is. */
function boxAround(elements: readonly Element[]): Box | null {
  const boxes = elements
    .map((element) => element.getBoundingClientRect())
    .filter(({ width, height }) => width > 0 && height > 0);
  if (boxes.length === 0) return null;
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const right = Math.max(...boxes.map((box) => box.right));
  const bottom = Math.max(...boxes.map((box) => box.bottom));
  return { left, top, width: right - left, height: bottom - top };
}

/** Beside its part; in the middle below where that is not on screen. */
function usePlace(
  card: { readonly current: HTMLElement | null },
  part: Box | null,
): Pick<Box, 'left' | 'top'> | undefined {
  const [place, setPlace] = useState<Pick<Box, 'left' | 'top'>>();
  useEffect(() => {
    if (card.current === null) return;
    const { offsetWidth: width, offsetHeight: height } = card.current;
    const window = { width: innerWidth, height: innerHeight };
    const middle = { left: window.width / 2, top: window.height, width: 0, height: 0 };
    setPlace(cardPlace(part ?? middle, { width, height }, window));
  }, [card, part]);
  return place;
}
