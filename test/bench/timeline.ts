import type { Engine } from '../../demo/findBrowser';
import type { Row } from './row';
import { measuredIn } from './servePage';
import type { TimelineTimes } from './timelinePage';

const millis = (own: number, other: number) => `${own.toFixed(1)} / ${other.toFixed(1)} ms`;

/** The timeline of 300 lineages, against an empty SVG of the same size in the same run. */
export async function timelineSpeed(engine: Engine): Promise<Row[]> {
  const { results, where } = await measuredIn<TimelineTimes>(engine, 'test/bench/timelinePage.tsx');
  return results.flatMap(({ captures, whole, drawn, panned, emptyDrawn, emptyPanned }) => {
    const what = `Timeline of 300 lineages, ${captures} captures`;
    const row = (doing: string, own: number, other: number): Row => ({
      what: `${what}: ${doing}`,
      against: 'an empty SVG of the same size',
      where,
      figures: millis(own, other),
      ratio: own / other,
      aim: 'none',
    });
    return [
      row('first paint, reading the log included', whole, emptyDrawn),
      row('first paint of a log that was read', drawn, emptyDrawn),
      row('a frame while panning', panned, emptyPanned),
    ];
  });
}
