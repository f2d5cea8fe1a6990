import { writeFile } from 'node:fs/promises';
import type { Frame, KeyInput, Page, SerializedAXNode } from 'puppeteer-core';
import type { Accessible, Target, View } from './driver';
import { elementExpression, restingMiddle, selectContent, visibleText, withElement } from './locate';

/** A frame and the page whose mouse and keyboard reach it. */
interface Place {
  page: Page;
  frame: Frame;
}

/** A View of whatever `place` gives at each call. */
export function chromiumView(place: () => Place): View {
  const run = async <T>(expression: string) => (await place().frame.evaluate(expression)) as T;

  const click = async (target: Target) => {
    const { page, frame } = place();
    const [x, y] = await restingMiddle(run, target);
    const offset = await offsetOf(frame);
    await page.mouse.click(offset.x + x, offset.y + y);
  };

  return {
    run,
    click,
    has: (target) => run<boolean>(`${elementExpression(target)} !== null`),
    text: (target) => run<string>(withElement(target, visibleText)),
    async fill(target, text) {
      await click(target);
      await run(withElement(target, selectContent));
      const { keyboard } = place().page;
      await (text === '' ? keyboard.press('Delete') : keyboard.sendCharacter(text));
    },
    focus: async () => {
      const owner = await place().frame.frameElement();
      await owner?.focus();
      await owner?.dispose();
    },
    accessible: async () => {
      const tree = await treeOf(place().frame).snapshot({ interestingOnly: false });
      return tree ? flat(tree) : [];
    },
    press: (key) => place().page.keyboard.press(key as KeyInput),
    async shoot(file) {
      const { page, frame } = place();
      const { x, y } = await offsetOf(frame);
      const [width, height] = await run<[number, number]>('[innerWidth, innerHeight]');
      const png = await page.screenshot({ clip: { x, y, width, height }, captureBeyondViewport: false });
      await writeFile(file, png);
    },
  };
}

/** Every frame has its own, though the types tell so of pages alone. */
const treeOf = (frame: Frame) => (frame as Frame & Pick<Page, 'accessibility'>).accessibility;

const flat = ({ children = [], role, name = '' }: SerializedAXNode): Accessible[] => [
  { role, name },
  ...children.flatMap(flat),
];

/** Where the frame's viewport begins within its page, in CSS pixels. */
async function offsetOf(frame: Frame): Promise<{ x: number; y: number }> {
  const owner = await frame.frameElement();
  const box = await owner?.boundingBox();
  await owner?.dispose();
  return { x: box?.x ?? 0, y: box?.y ?? 0 };
}
