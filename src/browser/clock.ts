import { type ReadonlySignal, signal } from '@preact/signals';

/** Milliseconds since the epoch, at each full second while the window is visible, and at once when it is shown again. */
export function clock(): ReadonlySignal<number> {
  const now = signal(Date.now());
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tick = () => {
    now.value = Date.now();
    clearTimeout(timer);
    if (!document.hidden) timer = setTimeout(tick, 1000 - (now.value % 1000));
  };
  document.addEventListener('visibilitychange', tick);
  tick();
  return now;
}
