/** Milliseconds from the beginning of a frame, in which the work is done, until it is painted. */
export const frame = (work: () => void) =>
  new Promise<number>((done) => {
    requestAnimationFrame(() => {
      const start = performance.now();
      work();
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => done(performance.now() - start);
      port2.postMessage(0);
    });
  });
