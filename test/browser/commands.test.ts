import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { answerLooks } from '../../src/browser/answerLooks';
import { answerCommands, type Commands } from '../../src/browser/commands';
import { filesBelow } from '../sources';

type Listener = (message: unknown, sender: unknown) => unknown;
const { listeners } = vi.hoisted(() => ({ listeners: [] as Listener[] }));
vi.mock('webextension-polyfill', () => ({
  default: {
    runtime: {
      id: 'our-id',
      getURL: (path: string) => `chrome-extension://our-id/${path}`,
      onMessage: { addListener: (listener: Listener) => listeners.push(listener) },
    },
  },
}));

const ours = { id: 'our-id', url: 'chrome-extension://our-id/src/panel.html' };

/** One well-formed argument for each command. */
const wellFormed: { [N in keyof Commands]: Parameters<Commands[N]>[0] } = {
  record: { source: 'devtools', facts: [] },
  forget: { untilMs: 1 },
  restore: { facts: [] },
  noteKeys: { tabId: 1, url: 'https://a.example/jwks', atMs: 1, text: '{"keys":[]}' } as never,
  leftPage: { tabId: 1, atMs: 1 },
  setRecording: { tabId: 1, on: true, fromMs: 1 },
  openFullTab: {} as never,
  override: {} as never,
  stopOverride: { tabId: 1 },
};
const names = Object.keys(wellFormed) as (keyof Commands)[];
/** Those of which a small argument is enough here; the others' shapes have tests of their own. */
const simple = ['record', 'forget', 'restore', 'setRecording', 'stopOverride'] as const;

const called: string[] = [];
const handlers = Object.fromEntries(
  names.map((name) => [name, async () => void called.push(name)]),
) as unknown as Commands;
answerCommands(handlers);
const send = (message: unknown, sender: unknown = ours) =>
  listeners.map((listener) => listener(message, sender))[0];

beforeEach(() => {
  called.length = 0;
});

describe('the background', () => {
  it.each(simple)('does %s for a page of ours', async (name) => {
    await send({ command: name, argument: wellFormed[name] });
    expect(called).toEqual([name]);
  });

  it.each([
    ['another extension', { id: 'other', url: 'chrome-extension://other/x.html' }],
    ['another extension that borrows our address', { id: 'other', url: ours.url }],
    ['a web page', { id: 'our-id', url: 'https://a.example/' }],
    ['an address that begins like ours', { id: 'our-id', url: 'chrome-extension://our-identical/x' }],
    ['nobody', {}],
    ['a sender without an address', { id: 'our-id' }],
  ])('drops what comes from %s', (_who, sender) => {
    for (const name of simple)
      expect(send({ command: name, argument: wellFormed[name] }, sender)).toBeUndefined();
    expect(called).toEqual([]);
  });

  it.each([
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'record ',
    'Record',
    '',
    0,
    null,
    ['record'],
  ])('knows no command %j', (command) => {
    expect(send({ command, argument: wellFormed.record })).toBeUndefined();
    expect(called).toEqual([]);
  });

  it.each([
    ['record', { source: 1, facts: [] }],
    ['record', { source: 'x', facts: {} }],
    ['record', { source: 'x', facts: [{}] }],
    ['forget', { untilMs: Number.NaN }],
    ['forget', { untilMs: 1, page: 'x' }],
    ['setRecording', { tabId: 1.5, on: true, fromMs: 1 }],
    ['setRecording', { tabId: 1, on: 'yes', fromMs: 1 }],
    ['stopOverride', { tabId: '1' }],
    ['override', {}],
    ['override', { tabId: 1, origin: 'javascript:1', token: 'x' }],
    ['openFullTab', 5],
    ['noteKeys', { keys: 'x' }],
  ])('drops a malformed %s: %j', (command, argument) => {
    expect(send({ command, argument })).toBeUndefined();
    expect(called).toEqual([]);
  });

  it('drops anything at all that is no command, without a word', () => {
    const argument = fc.oneof(
      fc.anything(),
      fc.record({ tabId: fc.anything(), on: fc.anything(), facts: fc.anything() }),
    );
    const message = fc.oneof(
      fc.anything(),
      fc.record({ command: fc.oneof(fc.constantFrom(...names, 'x'), fc.anything()), argument: argument }),
    );
    fc.assert(
      fc.property(message, fc.oneof(fc.constant(ours), fc.anything()), (sent, sender) => {
        called.length = 0;
        const answer = send(sent, sender ?? {});
        if (answer === undefined) expect(called).toEqual([]);
        else expect(sender).toBe(ours);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('the DevTools page', () => {
  const looks = {
    storage: vi.fn(async () => 1),
    streams: vi.fn(async () => 2),
    bodies: vi.fn(async () => 0),
    alive: async () => 0,
  };
  const from = listeners.length;
  answerLooks(7, looks);
  const ask = (message: unknown, sender: unknown = ours) => listeners[from]?.(message, sender);

  it('looks when the panel of its tab asks', async () => {
    expect(await ask({ look: 'storage', tabId: 7 })).toBe(1);
  });

  it.each([
    [{ look: 'storage', tabId: 8 }, ours],
    [{ look: 'toString', tabId: 7 }, ours],
    [
      { look: 'storage', tabId: 7 },
      { id: 'our-id', url: 'https://a.example/' },
    ],
    [
      { look: 'storage', tabId: 7 },
      { id: 'other', url: ours.url },
    ],
    [null, ours],
    [undefined, ours],
  ])('leaves %j alone', (message, sender) => {
    expect(ask(message, sender)).toBeUndefined();
  });
});

const sources = filesBelow('src', /\.tsx?$/);
const found = (pattern: RegExp) => sources.filter(({ text }) => pattern.test(text)).map(({ path }) => path);

it('listens in these two places alone, each of which looks at the sender: no ports, nothing from outside', () => {
  const listening = found(/onMessage\b/);
  expect(listening).toEqual(['src/browser/answerLooks.ts', 'src/browser/commands.ts']);
  expect(found(/\bisOurs\(sender\)/)).toEqual(listening);
  expect(found(/onMessageExternal|onConnect|onUserScriptMessage|\bpostMessage\(.*['"]\*/)).toEqual([]);
});

it('runs nothing in a page but constants', () => {
  const running = sources.filter(({ text }) => /\binspectedWindow\.eval\b/.test(text));
  expect(running.map(({ path }) => path)).toEqual(['src/browser/evaluate.ts']);
  const [{ text } = { text: '' }] = running;
  expect(text.match(/inspectedWindow\.eval\(\w+\)/g)).toEqual(['inspectedWindow.eval(expression)']);
  expect(text).toMatch(
    /^type Expression = 'location.origin' \| 'performance.timeOrigin' \| typeof storageExpression;$/m,
  );
  expect(text).toMatch(/function evaluate\(expression: Expression\)/);
  const storage = sources.find(({ path }) => path === 'src/browser/storageExpression.ts')?.text ?? '';
  const constant = /^export const storageExpression = `([^`]*)` as const;/m.exec(storage)?.[1];
  expect(constant).toBeDefined();
  expect(constant).not.toContain('${');
});
