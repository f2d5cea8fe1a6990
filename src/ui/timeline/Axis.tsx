import { useMemo } from 'preact/hooks';
import type { Language } from '../language';
import { useLanguage } from '../model/model';
import { type Ticks, ticksOf, type View, xOf } from './view';

export const AXIS_HEIGHT = 20;

const MINUTE = 60_000;
const DAY = 86_400_000;

/** Writes the times of an axis: the date where days are marked, else the time of day. */
export function createTickText(language: Language): (ms: number, ticks: Ticks) => string {
  const day = new Intl.DateTimeFormat(language.say('language'), { day: 'numeric', month: 'short' });
  return (ms, { stepMs }) => {
    if (stepMs >= DAY) return day.format(ms);
    const clock = stepMs >= MINUTE ? language.clock(ms).slice(0, 5) : language.clock(ms);
    return clock.startsWith('00:00') && stepMs >= MINUTE ? day.format(ms) : clock;
  };
}

/** How far the reader's clock is ahead of UTC, in milliseconds. */
export const zoneOffsetMs = (ms: number) => -new Date(ms).getTimezoneOffset() * MINUTE;

/** The axis in sight, with its lines through `height` pixels below it. */
export function Axis({ view, width, height }: { view: View; width: number; height: number }) {
  const language = useLanguage();
  const text = useMemo(() => createTickText(language), [language]);
  const ticks = ticksOf(view, width, zoneOffsetMs(view.fromMs));
  return (
    <>
      {ticks.moments.map((ms) => (
        <g key={ms} transform={`translate(${xOf(view, ms)} 0)`}>
          <path class="tl-tick" d={`M.5 ${AXIS_HEIGHT - 5}V${height}`} />
          <text class="tl-time" x="4" y="13">
            {text(ms, ticks)}
          </text>
        </g>
      ))}
    </>
  );
}
