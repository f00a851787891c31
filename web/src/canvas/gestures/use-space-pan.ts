import { useEffect } from 'react';
import type { CanvasHandle } from '../canvas-handle.ts';

const MOVES_MAP = 'data-moves-map';

/** While Space is held on the canvas, a drag moves the map, wherever it begins. */
export function useSpacePan(handle: CanvasHandle): void {
  useEffect(() => {
    const root = handle.root.current;
    if (root === null) return;
    const set = (isHeld: boolean): void => {
      root.toggleAttribute(MOVES_MAP, isHeld);
    };
    const onKeyDown = ({ key, target }: KeyboardEvent): void => {
      if (key === ' ' && target instanceof Element && !isTyping(target))
        set(root.matches(':hover'));
    };
    const onKeyUp = ({ key }: KeyboardEvent): void => {
      if (key === ' ') set(false);
    };
    const onBlur = (): void => set(false);
    window.addEventListener('keydown', onKeyDown, { capture: true });
    window.addEventListener('keyup', onKeyUp, { capture: true });
    window.addEventListener('blur', onBlur);
    return () => {
      window.removeEventListener('keydown', onKeyDown, { capture: true });
      window.removeEventListener('keyup', onKeyUp, { capture: true });
      window.removeEventListener('blur', onBlur);
    };
  }, [handle]);
}

/** Whether a drag moves the map now, whatever it does else. */
export function isMovingMap({ root }: CanvasHandle): boolean {
  return root.current?.hasAttribute(MOVES_MAP) === true;
}

function isTyping(target: Element): boolean {
  return target.closest('input, textarea, [contenteditable], .monaco-editor') !== null;
}
