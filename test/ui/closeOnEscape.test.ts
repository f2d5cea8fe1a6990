// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { closeOnEscape } from '../../src/ui/frame/closeOnEscape';

let end = () => {};
const sheet = document.createElement('div');
const hide = vi.fn();
const comesThrough = vi.fn();

beforeEach(() => {
  vi.clearAllMocks();
  sheet.hidePopover = hide;
  document.body.append(sheet);
  document.addEventListener('keydown', comesThrough);
  end = closeOnEscape(window);
});
afterEach(() => {
  end();
  document.removeEventListener('keydown', comesThrough);
  vi.restoreAllMocks();
});

const press = (key: string) => {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
  sheet.dispatchEvent(event);
  return event;
};
/** happy-dom knows no popovers. */
const open = (...sheets: Element[]) =>
  vi.spyOn(document, 'querySelectorAll').mockReturnValue(sheets as unknown as NodeListOf<Element>);

test('Escape closes what is open, and nobody else hears of it', () => {
  open(sheet);
  expect(press('Escape').defaultPrevented).toBe(true);
  expect(hide).toHaveBeenCalledOnce();
  expect(comesThrough).not.toHaveBeenCalled();
});

test('Escape is left to DevTools where nothing is open', () => {
  open();
  expect(press('Escape').defaultPrevented).toBe(false);
  expect(comesThrough).toHaveBeenCalledOnce();
});

test('other keys are left alone', () => {
  open(sheet);
  expect(press('f').defaultPrevented).toBe(false);
  expect(hide).not.toHaveBeenCalled();
});
