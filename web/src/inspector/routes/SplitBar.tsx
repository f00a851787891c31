import { type KeyboardEvent, type PointerEvent, type ReactElement, useRef, useState } from 'react';
import styles from './SplitBar.module.css';
import { moveBorder } from './split-shares.ts';

interface SplitBarProps {
  /** What gets the shares, in order, in words. */
  readonly names: readonly string[];
  /** Whole per cent; they sum up to 100. */
  readonly percents: readonly number[];
  readonly onChange: (percents: readonly number[]) => void;
}

/** How requests are divided, as a bar whose borders can be dragged, or moved with the arrow keys. */
export function SplitBar({ names, percents, onChange }: SplitBarProps): ReactElement {
  const bar = useRef<HTMLDivElement>(null);
  const [dragged, setDragged] = useState<readonly number[] | null>(null);
  const shown = dragged ?? percents;

  const onDrag = (event: PointerEvent, border: number): void => {
    const { width, left } = bar.current?.getBoundingClientRect() ?? { width: 0, left: 0 };
    if (width === 0 || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const before = percents.slice(0, border + 1).reduce((sum, percent) => sum + percent, 0);
    const to = ((event.clientX - left) / width) * 100;
    setDragged(moveBorder(percents, border, to - before));
  };
  const onDrop = (): void => {
    if (dragged?.some((percent, index) => percent !== percents[index])) onChange(dragged);
    setDragged(null);
  };
  const onKeyDown = (event: KeyboardEvent, border: number): void => {
    const step = event.shiftKey ? 10 : 1;
    const by = { ArrowLeft: -step, ArrowDown: -step, ArrowRight: step, ArrowUp: step }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    setDragged(moveBorder(shown, border, by));
  };
  return (
    <div ref={bar} className={styles.bar}>
      {shown.map((percent, index) => (
        <div
          key={names[index]}
          className={styles.part}
          style={{ width: `${percent}%`, opacity: Math.max(0.35, 1 - index * 0.3) }}
          title={`${names[index]}: ${percent} %`}
        />
      ))}
      {shown.slice(0, -1).map((_, border) => (
        <div
          key={names[border]}
          role="slider"
          tabIndex={0}
          className={styles.border}
          style={{ left: `${sumTo(shown, border)}%` }}
          aria-label={`Share of ${names[border]}`}
          aria-valuenow={shown[border]}
          aria-valuemin={0}
          aria-valuemax={(shown[border] ?? 0) + (shown[border + 1] ?? 0)}
          aria-valuetext={`${shown[border]} %, ${names[border + 1]} ${shown[border + 1]} %`}
          onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
          onPointerMove={(event) => onDrag(event, border)}
          onPointerUp={onDrop}
          onPointerCancel={() => setDragged(null)}
          // A key that is held is a drag too: one step, written when it is let go.
          onKeyDown={(event) => onKeyDown(event, border)}
          onKeyUp={onDrop}
          onBlur={onDrop}
        />
      ))}
    </div>
  );
}

function sumTo(percents: readonly number[], border: number): number {
  return percents.slice(0, border + 1).reduce((sum, percent) => sum + percent, 0);
}
