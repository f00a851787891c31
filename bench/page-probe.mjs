/** Runs in the page before its own scripts: notes frames, and when the canvas has been painted. */
export function installProbe() {
  const onPaint = new Set();
  const painted = () => {
    for (const listener of [...onPaint]) listener();
  };
  // What is painted on a 2D canvas changes no element.
  const clear = CanvasRenderingContext2D.prototype.clearRect;
  CanvasRenderingContext2D.prototype.clearRect = function (...area) {
    painted();
    return clear.apply(this, area);
  };
  const watch = () => {
    const flow = document.querySelector('.react-flow');
    if (flow === null) return requestAnimationFrame(watch);
    const changes = { subtree: true, childList: true, characterData: true, attributes: true };
    new MutationObserver(painted).observe(flow, changes);
  };
  watch();

  /** After the frame that is being made has been handed over. */
  const afterFrame = (then) =>
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => then(performance.now());
      channel.port2.postMessage(null);
    });

  window.probe = {
    keys: [],
    /** From the next key press to the first frame with a changed canvas. */
    armKey() {
      const onKey = (event) => {
        const changed = () => {
          onPaint.delete(changed);
          afterFrame((now) => window.probe.keys.push(now - event.timeStamp));
        };
        onPaint.add(changed);
      };
      window.addEventListener('keydown', onKey, { capture: true, once: true });
    },
    frames: [],
    isRecording: false,
    record() {
      window.probe.frames = [];
      window.probe.isRecording = true;
      let before = performance.now();
      const note = (now) => {
        window.probe.frames.push(now - before);
        before = now;
        if (window.probe.isRecording) requestAnimationFrame(note);
      };
      requestAnimationFrame((now) => {
        before = now;
        requestAnimationFrame(note);
      });
    },
    usable: null,
  };
  const waitForNodes = () => {
    const node = document.querySelector('.react-flow__node');
    if (node === null || node.getBoundingClientRect().width === 0) {
      requestAnimationFrame(waitForNodes);
      return;
    }
    afterFrame((now) => {
      window.probe.usable = now;
    });
  };
  waitForNodes();
}
