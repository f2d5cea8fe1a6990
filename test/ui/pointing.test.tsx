// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { readToken } from '../../src/core/token/read';
import { tokenSpanOf } from '../../src/core/token/spans';
import { partOf } from '../../src/core/token/token';
import { pointedBy } from '../../src/ui/token/pointing';
import { signHs256 } from '../preview/signing';
import { closeWindows, openWindow, windowNames } from './windows';

const text = await signHs256('{"user":"jos\u00e9","n": 1,"exp":1795326830}', 'secret');
const token = readToken(text);
const payload = partOf(token, 'payload');
if (!payload?.text) throw new Error('the payload must be there');

/** A character in the middle of what carries these words of the payload. */
function offsetOf(words: string): number {
  const start = payload?.text?.indexOf(words) ?? -1;
  if (!payload || start < 0) throw new Error(`no ${words} in the payload`);
  const span = tokenSpanOf(payload, { start, end: start + words.length });
  return (span.start + span.end) >> 1;
}

test.each(['"user"', '"jos\u00e9"', '"n": 1', '1795326830'])(
  'a character of %s points at its member',
  (words) => {
    const pointed = pointedBy(token, offsetOf(words));
    expect(pointed).toMatchObject({ part: 'payload', at: payload.span.start });
    const marked = payload.text?.slice(pointed?.span.start, pointed?.span.end) ?? '';
    expect(marked).toContain(words);
    expect(marked).toMatch(/^"\w+":.*[^,}]$/);
  },
);

test('a dot, and a part without members, point at nothing', () => {
  expect(pointedBy(token, payload.span.start - 1)).toBeUndefined();
  expect(pointedBy(token, text.length - 1)).toBeUndefined();
  expect(pointedBy(token, text.length + 5)).toBeUndefined();
});

/** As if the pointer were over that character. */
function pointerOver(offset: number) {
  const pieces = [...document.querySelectorAll<HTMLElement>('.raw [data-at]')];
  const piece = pieces.findLast((each) => Number(each.dataset.at) <= offset);
  const caret = {
    offsetNode: piece?.firstChild,
    offset: offset - Number(piece?.dataset.at),
    getClientRect: () => ({ x: 0 }),
  };
  Object.assign(document, { caretPositionFromPoint: vi.fn(() => caret) });
  return piece?.parentElement as HTMLElement;
}

afterEach(closeWindows);

describe.each(windowNames)('in the %s', (name) => {
  const row = (claim: RegExp) => screen.getByRole('row', { name: claim });
  const current = () => screen.queryAllByRole('row', { current: true }).map((each) => each.textContent);

  test('hovering over the token marks the claim, until the pointer leaves', async () => {
    await openWindow(name, { paste: text });
    await waitFor(() => row(/^exp/));
    const box = pointerOver(offsetOf('1795326830'));
    fireEvent.pointerMove(box);
    expect(current()).toEqual([expect.stringMatching(/^exp/)]);
    expect(document.querySelector('mark.payload')).toBeTruthy();
    fireEvent.pointerMove(pointerOver(offsetOf('"n": 1')));
    expect(current()).toEqual([expect.stringMatching(/^n1/)]);
    fireEvent.pointerLeave(box);
    expect(current()).toEqual([]);
  });

  test('a click keeps the claim marked and brings it into view', async () => {
    await openWindow(name, { paste: text });
    await waitFor(() => row(/^exp/));
    const scrolled = vi.spyOn(row(/^exp/), 'scrollIntoView');
    const box = pointerOver(offsetOf('1795326830'));
    fireEvent.click(box);
    fireEvent.pointerMove(pointerOver(offsetOf('"n": 1')));
    fireEvent.pointerLeave(box);
    expect(current()).toEqual([expect.stringMatching(/^exp/)]);
    await waitFor(() => expect(scrolled).toHaveBeenCalled());
    fireEvent.pointerEnter(row(/^n 1/));
    expect(current()).toEqual([expect.stringMatching(/^exp/)]);
    pointerOver(text.length - 1);
    fireEvent.click(box);
    expect(current()).toEqual([]);
  });

  test('a click draws a claim that was left out of a long table', async () => {
    const claims = Object.fromEntries(Array.from({ length: 450 }, (_, at) => [`claim ${at}`, at]));
    await openWindow(name, { paste: await signHs256(claims, 'secret') });
    const section = await waitFor(() => within(screen.getByRole('region', { name: 'Payload' })));
    const pieces = document.querySelectorAll<HTMLElement>('.raw .payload');
    const end = Number(pieces[0]?.dataset.at) + (pieces[0]?.textContent?.length ?? 0);
    fireEvent.click(pointerOver(end - 4));
    await waitFor(() => expect(section.getAllByRole('rowheader')).toHaveLength(450));
    expect(current()).toEqual([expect.stringMatching(/^claim 449/)]);
  });
});
