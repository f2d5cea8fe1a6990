import { render } from 'preact';
import look from '../../src/ui/css/look.css?inline';
import css from '../../src/ui/css/timeline.css?inline';
import { createModel, type Model, ModelContext } from '../../src/ui/model/model';
import { seenBy } from '../../src/ui/refusal/scene';
import { Timeline } from '../../src/ui/timeline/Timeline';
import { fakeSurroundings } from '../preview/surroundings';
import { lineages } from '../preview/times';
import { frame } from './frame';
import { median } from './row';

const LINEAGES = 300;
const ROUNDS = 5;
const FRAMES = 30;
const STEP = 24;

/** Milliseconds: reading and drawing, drawing alone, a frame while panning, and the same of an empty SVG. */
export interface TimelineTimes {
  captures: number;
  whole: number;
  drawn: number;
  panned: number;
  emptyDrawn: number;
  emptyPanned: number;
}

const root = document.createElement('main');
root.style.cssText = 'display:block;inline-size:1200px;block-size:400px';
document.body.append(root);
for (const text of [look, css, '.timeline{block-size:400px!important}']) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets.push(sheet);
}

const exchanges = await lineages(LINEAGES, 4, 8);
const freshModel = () => createModel(fakeSurroundings({ exchanges }));
const showTimeline = (model: Model) =>
  render(
    <ModelContext.Provider value={model}>
      <Timeline />
    </ModelContext.Provider>,
    root,
  );
const empty = (
  <svg width="1200" height="400" aria-hidden="true">
    <g id="empty" />
  </svg>
);
const clear = () => render(null, root);

async function panning(move: (n: number) => void): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < FRAMES; n++) times.push(await frame(() => move(n)));
  return median(times);
}

const rounds: Omit<TimelineTimes, 'captures'>[] = [];
for (let round = 0; round < ROUNDS; round++) {
  const model = freshModel();
  const whole = await frame(() => {
    seenBy(model);
    showTimeline(model);
  });
  clear();
  const drawn = await frame(() => showTimeline(model));
  const scroller = root.querySelector('.tl-scroll');
  const panned = await panning(() =>
    scroller?.dispatchEvent(new WheelEvent('wheel', { deltaX: STEP, cancelable: true })),
  );
  clear();
  const emptyDrawn = await frame(() => render(empty, root));
  const moving = root.querySelector('#empty');
  const emptyPanned = await panning((n) => moving?.setAttribute('transform', `translate(${n * STEP} 0)`));
  clear();
  rounds.push({ whole, drawn, panned, emptyDrawn, emptyPanned });
}

const of = (name: keyof (typeof rounds)[number]) => median(rounds.map((round) => round[name]));
const results: TimelineTimes[] = [
  {
    captures: exchanges.reduce((sum, { captures }) => sum + captures.length, 0),
    whole: of('whole'),
    drawn: of('drawn'),
    panned: of('panned'),
    emptyDrawn: of('emptyDrawn'),
    emptyPanned: of('emptyPanned'),
  },
];
Object.assign(globalThis, { results });
