import { writeFile } from 'node:fs/promises';
import type { Bidi } from './bidi';
import type { Accessible, Target, View } from './driver';
import { elementExpression, restingMiddle, selectContent, visibleText, withElement } from './locate';
import { until } from './until';

/** Evaluates in Firefox's parent process. */
export type Inside = <T>(expression: string) => Promise<T>;

/** What differs between a tab and a document that only the parent process reaches. Points in CSS pixels. */
interface Means {
  run<T>(expression: string): Promise<T>;
  clickAt(x: number, y: number): Promise<void>;
  insert(text: string): Promise<void>;
  press(key: string): Promise<void>;
  focus(): Promise<void>;
  accessible(): Promise<Accessible[] | undefined>;
  png(): Promise<string>;
}

function viewOf(means: Means): View {
  const { run, press } = means;
  const click = async (target: Target) => {
    const [x, y] = await restingMiddle(run, target);
    await means.clickAt(x, y);
  };
  return {
    run,
    press,
    click,
    has: (target) => run<boolean>(`${elementExpression(target)} !== null`),
    text: (target) => run<string>(withElement(target, visibleText)),
    async fill(target, text) {
      await click(target);
      await run(withElement(target, selectContent));
      await (text === '' ? press('Delete') : means.insert(text));
    },
    focus: means.focus,
    // Firefox makes the tree when it is first asked for, and a while later it is there.
    accessible: () => until('the accessibility tree', means.accessible),
    shoot: async (file) => writeFile(file, Buffer.from(await means.png(), 'base64')),
  };
}

/** A tab, by WebDriver BiDi; what that has no command for, of the tab in front. */
export function tabView(bidi: Bidi, context: string, inside: Inside): View {
  const act = (actions: object[]) => bidi.send('input.performActions', { context, actions });
  const keys = (values: readonly string[]) =>
    act([
      {
        type: 'key',
        id: 'keyboard',
        actions: values.flatMap((value) => [
          { type: 'keyDown', value },
          { type: 'keyUp', value },
        ]),
      },
    ]);
  return viewOf({
    run: (expression) => bidi.run(context, expression),
    async clickAt(x, y) {
      const move = { type: 'pointerMove', x: Math.round(x), y: Math.round(y) };
      const actions = [move, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }];
      await act([{ type: 'pointer', id: 'mouse', actions }]);
    },
    insert: async (text) => void (await keys([...text])),
    press: async (key) => void (await keys([webdriverKeys[key] ?? key])),
    focus: () => inside('harness.focus("tab")'),
    accessible: () => inside('harness.accessible("tab")'),
    png: async () =>
      (await bidi.send<{ data: string }>('browsingContext.captureScreenshot', { context })).data,
  });
}

/** A right click in the middle of an element of a tab. */
export async function rightClick(bidi: Bidi, context: string, tab: View, target: Target): Promise<void> {
  const [x, y] = await restingMiddle((expression) => tab.run(expression), target);
  const move = { type: 'pointerMove', x: Math.round(x), y: Math.round(y) };
  const actions = [move, { type: 'pointerDown', button: 2 }, { type: 'pointerUp', button: 2 }];
  await bidi.send('input.performActions', { context, actions: [{ type: 'pointer', id: 'mouse', actions }] });
}

/** WebDriver's code points for keys that are no character (WebDriver section 17.4.2). */
const webdriverKeys: Record<string, string> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Escape: '\uE00C',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
};

/** The popup, the panel or the background, reached through the parent process: see firefoxInside.js. */
export function insideView(inside: Inside, name: 'popup' | 'panel' | 'background'): View {
  const call = <T>(method: string, ...values: unknown[]) =>
    inside<T>(`harness.${method}(${[name, ...values].map((value) => JSON.stringify(value)).join(', ')})`);
  const run = async <T>(expression: string) => {
    const json = await call<string | null>('run', expression);
    return (json === null ? undefined : JSON.parse(json)) as T;
  };
  return viewOf({
    run,
    clickAt: (x, y) => call('clickAt', x, y),
    insert: (text) => arrived(run, 'input', () => call('insert', text)),
    press: (key) => arrived(run, 'keyup', () => call('press', key)),
    focus: () => call('focus'),
    accessible: () => call('accessible'),
    png: () => call('png'),
  });
}

/** Waits for the event that `act` leads to: keys reach the document's process later than the next question to it. */
async function arrived(run: View['run'], type: string, act: () => Promise<void>): Promise<void> {
  await run(`window.harnessSaw = false`);
  await run(
    `addEventListener('${type}', () => { window.harnessSaw = true; }, { capture: true, once: true })`,
  );
  await act();
  // A key may have closed the document.
  await until(`the ${type} event`, () => run('window.harnessSaw').catch(() => true));
}
