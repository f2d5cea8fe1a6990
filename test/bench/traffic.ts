import type { Engine } from '../../demo/findBrowser';
import { measuredInPackage } from './inPackage';
import type { Row } from './row';
import { measuredIn } from './servePage';

interface Speed {
  what: string;
  against: string;
  aim: string;
  unit: 'µs a request' | 'MB/s';
  amount: number;
  ownMs: number;
  otherMs: number;
}

interface Sizes {
  sessionBytes: number;
  heapBytes?: number;
}

interface LogFigures {
  /** Milliseconds for one more capture. */
  early: number;
  late: number;
  /** With 250,000 captures of 1,000 tokens. */
  fullBytes: number;
  dropped: number;
  few: Sizes;
  many: Sizes;
  /** Milliseconds for the whole log. */
  read: number;
  parse: number;
}

const FULL = 250_000;
const FEW = 1_000;

/** What seeing traffic costs, live and out of a file. */
export async function scanSpeed(engine: Engine): Promise<Row[]> {
  const { results, where } = await measuredIn<Speed>(engine, 'test/bench/trafficPage.ts');
  return results.map(({ what, against, aim, unit, amount, ownMs, otherMs }) => {
    const figure = (ms: number) =>
      unit === 'MB/s' ? ((amount * 1_000) / ms).toFixed(0) : ((ms * 1_000) / amount).toFixed(2);
    return {
      what,
      against,
      where,
      figures: `${figure(ownMs)} / ${figure(otherMs)} ${unit}`,
      ratio: otherMs / ownMs,
      aim,
    };
  });
}

/** What keeping it and reading it back costs. */
export async function logCost(engine: Engine): Promise<Row[]> {
  const { results, where } = await measuredInPackage<LogFigures>(engine, 'test/bench/logPage.ts');
  return results.flatMap((figures) => logRows(figures, where));
}

function logRows(
  { early, late, fullBytes, dropped, few, many, read, parse }: LogFigures,
  where: string,
): Row[] {
  const further = (name: keyof Sizes) => ((many[name] ?? 0) - (few[name] ?? 0)) / (FULL - FEW);
  const mega = (bytes: number) => (bytes / 1e6).toFixed(2);
  return [
    {
      what: 'One more capture with 250,000 in the log',
      against: 'one more with 100 in it',
      where,
      figures: `${late.toFixed(2)} / ${early.toFixed(2)} ms`,
      ratio: late / early,
      aim: '<= 1.3',
    },
    {
      what: '250,000 captures of 1,000 tokens of 1 KB and 5,000 addresses, session memory',
      against: `9 MB; ${dropped} dropped`,
      where,
      figures: `${mega(fullBytes)} / 9.00 MB`,
      ratio: fullBytes / 9e6,
      aim: '<= 1, none dropped',
      met: fullBytes <= 9e6 && dropped === 0,
    },
    {
      what: '250,000 captures of 50 tokens, session memory',
      against: '1,000 captures of the same',
      where,
      figures: `${mega(many.sessionBytes)} / ${mega(few.sessionBytes)} MB: ${further('sessionBytes').toFixed(1)} bytes for each further one`,
      ratio: many.sessionBytes / few.sessionBytes,
      aim: '<= 32 bytes for each further one',
      met: further('sessionBytes') <= 32,
    },
    ...(many.heapBytes === undefined || few.heapBytes === undefined
      ? []
      : [
          {
            what: '250,000 captures of 50 tokens, heap of the window that reads them',
            against: '1,000 captures of the same',
            where,
            figures: `${mega(many.heapBytes)} / ${mega(few.heapBytes)} MB: ${further('heapBytes').toFixed(0)} bytes for each further one`,
            ratio: many.heapBytes / few.heapBytes,
            aim: 'none',
          },
        ]),
    {
      what: 'Read a log of 250,000 captures back',
      against: 'JSON.parse of the same exchanges',
      where,
      figures: `${read.toFixed(0)} / ${parse.toFixed(0)} ms`,
      ratio: read / parse,
      aim: '<= 2',
    },
  ];
}
