import { render } from 'preact';
import type { Fact } from '../../src/core/traffic/fact';
import { createFolding } from '../../src/core/traffic/folding';
import controls from '../../src/ui/css/controls.css?inline';
import list from '../../src/ui/css/list.css?inline';
import look from '../../src/ui/css/look.css?inline';
import parts from '../../src/ui/css/parts.css?inline';
import tokenLook from '../../src/ui/css/token.css?inline';
import windows from '../../src/ui/css/windows.css?inline';
import { createModel, type Model } from '../../src/ui/model/model';
import { Panel } from '../../src/ui/Panel';
import { type FakeSurroundings, fakeSurroundings, PREVIEW_NOW_MS } from '../preview/surroundings';
import { frame } from './frame';
import { median } from './row';

const SIZES = [100, 100_000] as const;
const ROUNDS = 3;
const FRAMES = 11;
const ROW_HEIGHT = 24;

export const deeds = ['append', 'filter', 'scroll', 'key'] as const;
/** Milliseconds from the beginning of a frame until it is painted, for each size. */
export type ListTimes = Record<(typeof deeds)[number], readonly number[]>;

const encoded = (value: object) =>
  btoa(JSON.stringify(value)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
const token = (n: number) =>
  `${encoded({ alg: 'HS256', typ: 'JWT' })}.${encoded({ sub: `user-${n}`, exp: 2e9 })}.${'s'.repeat(42)}A`;

/** A request with a token of its own, and its answer. */
function facts(n: number): Fact[] {
  const atMs = PREVIEW_NOW_MS - 3_600_000 + n * 10;
  const carrier = { place: 'request-header', name: 'authorization' } as const;
  return [
    {
      kind: 'sent',
      feed: 'webRequest',
      source: 'w',
      n,
      tabId: 1,
      method: 'GET',
      url: `https://api-${n % 20}.acme.test/orders/${n % 5_000}`,
      type: 'xmlhttprequest',
      atMs,
      captures: [{ carrier, before: 'Bearer ', token: token(n), after: '' }],
    },
    { kind: 'answered', source: 'w', n, atMs: atMs + 5, status: n % 50 === 0 ? 401 : 200, captures: [] },
  ];
}

for (const text of [look, controls, list, tokenLook, parts, windows]) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets.push(sheet);
}

interface Window {
  surroundings: FakeSurroundings;
  model: Model;
  folding: ReturnType<typeof createFolding>;
  next: number;
}

function windowWith(size: number): Window {
  const folding = createFolding();
  for (let n = 0; n < size; n++) folding.add(facts(n));
  const surroundings = fakeSurroundings({ exchanges: folding.exchanges(), selected: token(size - 3) });
  return { surroundings, model: createModel(surroundings), folding, next: size };
}

const idle = () => new Promise((done) => setTimeout(done, 30));

function append(window: Window): void {
  window.folding.add(facts(window.next++));
  const { log } = window.surroundings;
  log.value = { ...log.peek(), exchanges: window.folding.exchanges() };
}

const grid = () => document.querySelector<HTMLElement>('.grid') ?? document.body;

function scroll(nth: number): void {
  grid().scrollTop = ((nth * 37) % 60) * ROW_HEIGHT;
  grid().dispatchEvent(new Event('scroll'));
}

const work: Record<(typeof deeds)[number], (window: Window, nth: number) => void> = {
  append,
  filter: ({ model }, nth) => {
    model.filter.query.value = `user-${1 + (nth % 7)}`;
  },
  scroll: (_window, nth) => scroll(nth),
  key: () => grid().dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true })),
};

/** A list that is still looked through has no last count yet. */
async function settled({ model }: Window): Promise<void> {
  for (let before = -1, same = 0; same < 3; await idle()) {
    const now = model.filter.rows.value.length;
    same = now === before ? same + 1 : 0;
    before = now;
  }
}

async function measure(window: Window): Promise<Record<string, number[]>> {
  const times: Record<string, number[]> = {};
  render(<Panel model={window.model} />, document.body);
  await settled(window);
  for (const deed of deeds) {
    times[deed] = [];
    for (let nth = 0; nth < FRAMES; nth++) {
      times[deed].push(await frame(() => work[deed](window, nth)));
      await settled(window);
    }
    window.model.filter.query.value = '';
    grid().scrollTop = 0;
    await settled(window);
  }
  render(null, document.body);
  return times;
}

const all = windowsOf(SIZES);
function windowsOf(sizes: readonly number[]): Window[] {
  return sizes.map(windowWith);
}

const taken = SIZES.map(() => new Map<string, number[]>());
for (let round = 0; round < ROUNDS; round++) {
  for (const [at, window] of all.entries()) {
    for (const [deed, times] of Object.entries(await measure(window)))
      taken[at]?.set(deed, [...(taken[at].get(deed) ?? []), ...times]);
  }
}
const results = [
  Object.fromEntries(deeds.map((deed) => [deed, taken.map((times) => median(times.get(deed) ?? []))])),
];
Object.assign(globalThis, { results });
