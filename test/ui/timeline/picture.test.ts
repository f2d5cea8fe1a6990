import { describe, expect, test } from 'vitest';
import { sceneOf } from '../../../src/core/refusals/troubles';
import { drawLane, LANE_HEIGHT, markNear } from '../../../src/ui/timeline/draw';
import { svgOf } from '../../../src/ui/timeline/exportImage';
import { lanesOf, spanOf } from '../../../src/ui/timeline/lanes';
import { fitted, msAt, panned, ticksOf, xOf, zoomed } from '../../../src/ui/timeline/view';
import { bearer, exchange, inSeconds, jwt, START_MS } from '../../core/refusals/made';
import { PREVIEW_NOW_MS } from '../../preview/surroundings';
import { lineages } from '../../preview/times';

const view = { fromMs: START_MS, perPixel: 100 };
const colours = {
  surface: '#fff',
  line: '#ddd',
  text: '#111',
  soft: '#555',
  bar: '#888',
  accent: '#00f',
  bad: '#f00',
  warn: '#840',
};

describe('the view', () => {
  test('the moment under the pointer stays where it is through a zoom', () => {
    for (const factor of [0.5, 1.5, 4]) {
      const next = zoomed(view, factor, 300);
      expect(msAt(next, 300)).toBeCloseTo(msAt(view, 300), 3);
      expect(next.perPixel).toBeCloseTo(100 / factor);
    }
  });

  test('goes no finer than a tenth of a millisecond and no coarser than three years', () => {
    expect(zoomed(view, 1e9, 0).perPixel).toBe(0.1);
    expect(zoomed(view, 1e-12, 0).perPixel).toBeLessThan(1e8);
  });

  test('panning moves it by pixels', () => {
    expect(xOf(panned(view, 50), msAt(view, 50))).toBe(0);
  });

  test.each([
    [10, 0],
    [100, 0],
    [60_000, 5.5 * 3_600_000],
    [3_600_000, -4 * 3_600_000],
    [86_400_000, 0],
  ])('at %i ms to the pixel its marks are round and never crowd', (perPixel, offsetMs) => {
    const { moments, stepMs } = ticksOf({ fromMs: START_MS + 123, perPixel }, 1000, offsetMs);
    expect(moments.length).toBeGreaterThan(0);
    expect(moments.length).toBeLessThanOrEqual(1000 / 90 + 1);
    for (const ms of moments) expect((ms + offsetMs) % stepMs).toBe(0);
  });
});

describe('a lane', () => {
  const old = jwt({ sub: 'ada', jti: 1, exp: inSeconds(START_MS) + 20 });
  const next = jwt({ sub: 'ada', jti: 2, exp: inSeconds(START_MS) + 60 });
  const use = (token: string, seconds: number, status = 200) =>
    exchange(START_MS + seconds * 1000, [bearer(token)], { status });
  const exchanges = [use(old, 0), use(old, 5), use(old, 6, 401), use(next, 10), use(next, 12)];
  const [lane] = lanesOf(sceneOf(exchanges));
  if (!lane) throw new Error('no lane');

  test('has a bar for each token, up to the next one and up to its expiry', () => {
    const seconds = (ms: number) => (ms - START_MS) / 1000;
    expect(lane.bars.map((bar) => [bar.fromMs, bar.usedToMs, bar.endMs].map(seconds))).toEqual([
      [0, 10, 20],
      [10, 60, 60],
    ]);
  });

  test('marks what happened, in order', () => {
    expect(lane.marks.map(({ kind }) => kind)).toEqual([
      'found',
      'used',
      'used',
      'refused',
      'found',
      'used',
      'used',
      'expired',
      'expired',
    ]);
  });

  test('is drawn only where it is looked at, and marks on one pixel once', () => {
    expect(drawLane(lane, view, 0, 1000).marks.refused).toMatch(/^M56\.5 /);
    expect(drawLane(lane, view, 100, 1000).marks.refused).toBe('');
    const far = drawLane(lane, { fromMs: START_MS, perPixel: 1e9 }, 0, 1000);
    expect(far.marks.used.match(/M/g)).toHaveLength(1);
  });

  test.each([
    [60, 'refused'],
    [63, 'refused'],
    [50, 'used'],
    [200, 'expired'],
    // Within a bar, its token.
    [300, 'found'],
    [900, undefined],
  ])('the pointer at %i means what is %s', (x, kind) => {
    expect(markNear(lane, view, x)?.kind).toBe(kind);
  });
});

test('requests without a token that were refused have a lane of their own', () => {
  const lanes = lanesOf(
    sceneOf([exchange(START_MS, [], { status: 401 }), exchange(START_MS + 1, [], { status: 200 })]),
  );
  expect(lanes.map(({ lineage, marks }) => [lineage, marks.length])).toEqual([[undefined, 1]]);
});

test('nothing at all has a span too', () => {
  const { fromMs, toMs } = spanOf([], START_MS);
  expect(toMs).toBeGreaterThan(fromMs);
});

test('the file holds every lane, no token, and no markup of others', async () => {
  const exchanges = await lineages(3, 2, 4);
  const lanes = lanesOf(sceneOf(exchanges));
  const svg = svgOf({
    lanes,
    view: fitted(spanOf(lanes, PREVIEW_NOW_MS), 900),
    width: 900,
    nowMs: PREVIEW_NOW_MS,
    colours,
    nameOf: ({ origin }) => `<script>${origin}&"</script>`,
    tickText: String,
  });
  expect(svg).toContain(`height="${20 + 3 * LANE_HEIGHT}"`);
  expect(svg.match(/api-\d\.acme\.test/g)).toHaveLength(3);
  expect(svg).not.toMatch(/<script|eyJ|style=/);
  expect(svg.match(/<g /g)).toHaveLength(svg.match(/<\/g>/g)?.length ?? -1);
});
