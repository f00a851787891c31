/** After painting and input that are due. Unlike a timer, also at once where the page is in the background. */
export function nextTurn(run: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    run();
  };
  port2.postMessage(null);
}
