/** The click that ends the drag that has begun means nothing. */
export function swallowClick(): void {
  const stop = (event: Event): void => event.stopPropagation();
  window.addEventListener('click', stop, { capture: true, once: true });
  const end = (): void => {
    setTimeout(() => window.removeEventListener('click', stop, { capture: true }));
  };
  window.addEventListener('pointerup', end, { capture: true, once: true });
}
