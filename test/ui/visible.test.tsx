// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { hasHiddenCharacters } from '../../src/core/findings/hidden';
import { Visible } from '../../src/ui/Visible';

afterEach(cleanup);

const codesIn = (text: string) => {
  const { container } = render(<Visible text={text} />);
  expect(container.textContent).toBe(text);
  return [...container.querySelectorAll('.hidden-character')].map((each) => each.getAttribute('data-code'));
};

test.each([
  ['admin\u202etxt.exe', ['U+202E']],
  ['a\u200bb\u200cc\u200dd\ufeff', ['U+200B', 'U+200C', 'U+200D', 'U+FEFF']],
  ['\u2066iso\u2069', ['U+2066', 'U+2069']],
  ['bell\u0007 nul\u0000 del\u007f', ['U+0007', 'U+0000', 'U+007F']],
  ['tag\u{e0041}', ['U+E0041']],
  ['line\u2028paragraph\u2029', ['U+2028', 'U+2029']],
  ['filler\u3164', ['U+3164']],
  ['soft\u00adhyphen', ['U+00AD']],
])('%j shows its hidden characters, and stays what it was', (text, codes) => {
  expect(codesIn(text)).toEqual(codes);
  expect(hasHiddenCharacters(text)).toBe(true);
});

test.each(['plain', 'tab\tand\nline\r\n', '東京 Łódź مرحبا 👍', ''])('%j is left as it is', (text) => {
  expect(codesIn(text)).toEqual([]);
});
