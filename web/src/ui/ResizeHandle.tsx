import { type KeyboardEvent, type PointerEvent, type ReactElement, useRef } from 'react';
import styles from './ResizeHandle.module.css';

interface ResizeHandleProps {
  /** What it resizes, for a screen reader: "Width of the pane beside the canvas". */
  readonly label: string;
  /** `vertical`: the handle stands upright, between left and right. */
  readonly orientation: 'vertical' | 'horizontal';
  /** Of the pane after the handle, in per cent of the handle's container. */
  readonly size: number;
  readonly smallest: number;
  readonly largest: number;
  readonly onResize: (size: number) => void;
}

const STEP = 2;

/** A bar between two panes, to be dragged or moved by arrow keys. */
export function ResizeHandle(props: ResizeHandleProps): ReactElement {
  const { label, orientation, size, smallest, largest, onResize } = props;
  const isDragging = useRef(false);
  const resize = (value: number): void => {
    onResize(Math.min(largest, Math.max(smallest, Math.round(value * 10) / 10)));
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    const container = event.currentTarget.parentElement?.getBoundingClientRect();
    if (!isDragging.current || container === undefined) return;
    resize(
      orientation === 'vertical'
        ? (100 * (container.right - event.clientX)) / container.width
        : (100 * (container.bottom - event.clientY)) / container.height,
    );
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const [grow, shrink] =
      orientation === 'vertical' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
    const step = event.shiftKey ? STEP * 5 : STEP;
    if (event.key === grow) resize(size + step);
    else if (event.key === shrink) resize(size - step);
    else if (event.key === 'Home') resize(smallest);
    else if (event.key === 'End') resize(largest);
    else return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: an <hr> can't be a separator that moves
    <div
      role="separator"
      aria-label={label}
      aria-orientation={orientation}
      aria-valuenow={Math.round(size)}
      aria-valuemin={smallest}
      aria-valuemax={largest}
      tabIndex={0}
      className={styles.handle}
      data-orientation={orientation}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        isDragging.current = true;
      }}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        isDragging.current = false;
      }}
      onPointerCancel={() => {
        isDragging.current = false;
      }}
      onKeyDown={onKeyDown}
    />
  );
}
