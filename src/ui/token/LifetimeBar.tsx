import type { Tone } from '../tone';

/** How much of the lifetime is left, 0 to 1. A picture of what stands beside it in words. */
export function LifetimeBar({ fraction, tone }: { fraction: number; tone: Tone }) {
  return (
    <div class={`life ${tone}`} aria-hidden="true">
      <div style={{ width: `${Math.round(fraction * 100)}%` }} />
    </div>
  );
}
