/** Resolves when what was rendered is on screen, and the browser has nothing more urgent to do. */
export function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    // A page in the background paints nothing; it goes on after a moment all the same.
    const fallback = setTimeout(resolve, 300);
    requestAnimationFrame(() => {
      setTimeout(() => {
        clearTimeout(fallback);
        resolve();
      });
    });
  });
}
