// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { type Override, overrideActions } from '../../src/core/override';
import { signHs256 } from '../preview/signing';
import { exchangeWith } from '../preview/surroundings';
import { closeWindows, openWindow, windowNames } from './windows';

const [john = '', ann = ''] = await Promise.all(
  ['john_doe', 'ann'].map((username) => signHs256({ username }, 'a secret')),
);
const override: Override = {
  tabId: 1,
  origin: 'http://127.0.0.1:5000',
  initiators: ['http://127.0.0.1:5000'],
  target: { place: 'request-header', name: 'authorization' },
  action: 'replace',
  value: `Bearer ${john}`,
};

afterEach(closeWindows);

const unfold = async () => {
  const heading = await screen.findByRole('heading', { name: 'Try it on live traffic' });
  fireEvent.click(heading.closest('summary') as Element);
  const folded = heading.closest('details') as HTMLDetailsElement;
  folded.open = true;
  fireEvent(folded, new Event('toggle'));
  return screen.findByRole('button', { name: 'Start' });
};
const choose = (name: string, value: string) =>
  fireEvent.change(screen.getByLabelText(name), { target: { value } });
const asked = (texts: readonly string[]) => JSON.parse(texts.at(-1)?.slice('override '.length) ?? 'null');

test('what the form holds goes out as one override, in the form that was seen', async () => {
  const initiator = 'http://127.0.0.1:5000';
  const { asked: texts } = await openWindow('panel', {
    exchanges: [exchangeWith(john, { before: 'Bearer ', initiator })],
  });
  fireEvent.submit((await unfold()).closest('form') as Element);
  expect(asked(texts)).toEqual(override);
  choose('As', '1');
  choose('Do', 'add');
  fireEvent.submit(screen.getByRole('button', { name: 'Start' }).closest('form') as Element);
  expect(asked(texts)).toEqual({ ...override, action: 'add', value: john });
  choose('In', '');
  fireEvent.input(screen.getByLabelText('Cookie name'), { target: { value: ' sid ' } });
  choose('Do', 'drop');
  fireEvent.submit(screen.getByRole('button', { name: 'Start' }).closest('form') as Element);
  const target = { place: 'request-cookie', name: 'sid' };
  expect(asked(texts)).toEqual({ ...override, action: 'drop', value: '', target });
});

test('every choice says what it does', async () => {
  await openWindow('panel', { exchanges: [exchangeWith(john)] });
  await unfold();
  const said = new Set<string>();
  for (const carrier of ['Authorization', ''])
    for (const action of overrideActions) {
      choose('In', carrier);
      choose('Do', action);
      said.add(document.querySelector('.try-it p')?.textContent ?? '');
    }
  expect([said.size, said.has('')]).toEqual([6, false]);
});

test.each(windowNames)('the banner of the %s stands as long as the override, and ends it', async (name) => {
  const surroundings = await openWindow(name, {
    exchanges: [exchangeWith(john)],
    overrides: { on: [override] },
  });
  const stop = await screen.findByRole('button', { name: 'Stop' });
  expect(screen.getByText('Authorization to 127.0.0.1:5000 replaced by you')).toBeTruthy();
  expect(screen.getByText(/service worker are not changed/)).toBeTruthy();
  fireEvent.click(stop);
  expect(surroundings.asked).toEqual(['stopOverride 1']);
});

test('a request says what it had before, and leads there', async () => {
  const ids = ['w:1', 'w:2', 'w:3', 'w:4'];
  const surroundings = await openWindow('panel', {
    selected: john,
    exchanges: [exchangeWith(ann), ...ids.map((id) => exchangeWith(john, { id }))],
    overrideNotes: { texts: [`Bearer ${ann}`], requests: { w1: 0, w2: -1, w3: -2 } },
  });
  const requests = await screen.findByRole('region', { name: 'Requests' });
  const notes = [...requests.querySelectorAll('.overridden')].map((note) => note.textContent);
  expect(notes).toEqual(['replaced by you', 'added by you', 'replaced by you, was: ann']);
  fireEvent.click(screen.getByText('replaced by you, was: ann'));
  expect(surroundings.draft.value.selected).toBe(ann);
});

test('a refusal says why, and where it can be mended', async () => {
  await openWindow('panel', {
    exchanges: [exchangeWith(john)],
    overrides: { on: [], refused: { code: 'no-host-access', override, atMs: 0 } },
  });
  await unfold();
  expect(screen.getByRole('alert').textContent).toContain('not allowed yet');
});
