import { describe, expect, test } from 'vitest';
import { filesBelow } from '../sources';

const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '');

const sheets = filesBelow('src/ui/css', /\.css$/).map(({ path, text }) => ({
  name: path.replace(/^.*\//, ''),
  text: withoutComments(text),
}));
const look = sheets.find(({ name }) => name === 'look.css')?.text ?? '';
const others = sheets.filter(({ name }) => name !== 'look.css');

/** What stands in a sheet and should be a role of look.css, or bound to a condition: "line". */
function faultsIn(text: string, forbidden: RegExp): string[] {
  return text.split('\n').filter((line) => forbidden.test(line));
}

/** Every colour that is not a role, a system colour in forced colours, or the colour of the text around it. */
const rawColour =
  /#[\da-f]{3,8}\b|\b(rgb|rgba|hsl|hsla|oklch|oklab|lab|lch|color)\(|:\s*(white|black|red|gray|grey)\b/i;
const rawFontSize = /font-size:(?!\s*(var\(--type-|inherit))/;
const rawFamily = /font-family:(?!\s*var\()/;
/** A length in pixels: a space, a corner, a size. A thin line is one pixel, and takes the room of one. */
const rawLength = /^\s*(?!(border|outline)(-[\w-]+)?:|@)[\w-]+:.*?(?<![\w.-])-?(?!1px)(\d*\.)?\d+px/;
/** A border or an outline that is neither thin nor twice as thick. */
const rawLine = /^\s*(border|outline)(-[\w-]+)?:.*?(?<![\w.-])(?!1px|1\.5px|2px|-2px)-?[\d.]+px/;

describe.each(others)('$name', ({ text }) => {
  test.each([
    ['no colour of its own', rawColour],
    ['no size of letters of its own', rawFontSize],
    ['no family of letters of its own', rawFamily],
    ['no space, corner or size in pixels of its own', rawLength],
    ['no thickness of lines of its own', rawLine],
  ])('has %s: those are roles of look.css', (_what, forbidden) => {
    expect(faultsIn(text, forbidden)).toEqual([]);
  });

  test('names only roles that there are', () => {
    const named = [...text.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name ?? '');
    const local = [...text.matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name ?? '');
    const setByScript = ['--side', '--columns', '--depth'];
    const known = (name: string) =>
      look.includes(`${name}:`) || local.includes(name) || setByScript.includes(name);
    expect(named.filter((name) => !known(name))).toEqual([]);
  });
});

test('there is no role that nothing takes', () => {
  const roles = [...look.matchAll(/^ {2}(--[\w-]+):/gm)].map(([, name]) => name);
  const taken = (name?: string) => sheets.some(({ text }) => text.includes(`var(${name})`));
  expect(roles.filter((name) => !taken(name))).toEqual([]);
});

// What is held back from the eye for a moment does not move.
test('nothing moves by itself for those who want less motion', () => {
  const moving = sheets.flatMap(({ name, text }) => {
    const bound = text.replace(/@media \(prefers-reduced-motion: no-preference\) \{[\s\S]*?\n\}/g, '');
    return faultsIn(bound, /^\s*(animation|transition|scroll-behavior)(-\w+)*:(?! held )/).map(
      (line) => `${name}: ${line}`,
    );
  });
  expect(moving).toEqual([]);
});

/** The relative luminance of a colour (WCAG 2.2), and the contrast of two. */
const luminance = (hex: string) => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a: string, b: string) => {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
};

describe.each([
  ['light', 1],
  ['dark', 2],
] as const)('in the %s theme', (_theme, at) => {
  const role = (name: string) =>
    new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(look)?.[at] ?? '';
  const grounds = ['surface', 'surface-raised', 'surface-sunken', 'surface-hover', 'surface-selected'];

  test.each([
    ...['text', 'text-soft', 'accent', 'ok', 'warn', 'bad'].map((name) => [name, grounds] as const),
    ['ok', ['ok-tint']] as const,
    ['warn', ['warn-tint']] as const,
    ['bad', ['bad-tint']] as const,
    ['text', ['ok-tint', 'warn-tint', 'bad-tint', 'mute-tint']] as const,
    ['text-soft', ['ok-tint', 'warn-tint', 'bad-tint', 'mute-tint']] as const,
    ['part-header', ['surface', 'surface-sunken']] as const,
    ['part-payload', ['surface', 'surface-sunken']] as const,
    ['part-signature', ['surface', 'surface-sunken']] as const,
    ['on-accent', ['accent']] as const,
  ])('%s is easily read on %s', (name, on) => {
    const low = on.filter((ground) => contrast(role(name), role(ground)) < 4.5);
    expect(low).toEqual([]);
  });

  test('the border of a box to type in is seen', () => {
    expect(contrast(role('line-strong'), role('surface'))).toBeGreaterThanOrEqual(3);
  });
});
