// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepFocus } from '../../src/ui/frame/keepFocus';

let end = () => {};
beforeEach(() => {
  end = keepFocus(document);
});
afterEach(() => {
  end();
  document.body.replaceChildren();
});

const button = (id: string) => Object.assign(document.createElement('button'), { id });
const section = (...children: Element[]) => {
  const made = document.createElement('section');
  made.append(...children);
  return made;
};
const focused = () => document.activeElement?.id;
const observed = () => new Promise((done) => setTimeout(done));

test('goes on to what follows a deleted row', async () => {
  const [first, second, third] = [button('first'), button('second'), button('third')];
  document.body.append(section(section(first), section(second), section(third)));
  second.focus();
  second.parentElement?.remove();
  await observed();
  expect(focused()).toBe('third');
});

test('goes back where nothing follows in that part', async () => {
  const [first, second] = [button('first'), button('second')];
  document.body.append(section(first, second), button('elsewhere'));
  second.focus();
  second.remove();
  await observed();
  expect(focused()).toBe('first');
});

test('leaves an emptied part', async () => {
  const only = button('only');
  document.body.append(button('before'), section(only), button('after'));
  only.focus();
  only.remove();
  await observed();
  expect(focused()).toBe('after');
});

test('leaves the focus where it has gone by itself', async () => {
  const [first, second] = [button('first'), button('second')];
  document.body.append(first, second, button('third'));
  first.focus();
  second.focus();
  first.remove();
  await observed();
  expect(focused()).toBe('second');
});
