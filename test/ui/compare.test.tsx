// @vitest-environment happy-dom
import '../../src/ui/compare/Compare';
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import { sdJwt } from '../preview/forms';
import { signHs256 } from '../preview/signing';
import { exchangeWith, type FakeSurroundings, PREVIEW_NOW_MS } from '../preview/surroundings';
import { closeWindows, openWindow } from './windows';

const secret = 'a secret that is long enough for HS256';
const now = Math.floor(PREVIEW_NOW_MS / 1000);
const [before, after, other] = await Promise.all([
  signHs256(`{"sub":"ann","id":9007199254740993,"roles":["a","b"],"exp":${now + 60}}`, secret),
  signHs256(`{"roles":["c","a"],"sub":"ann","id":9007199254740992,"exp":${now + 3660},"new":true}`, secret),
  signHs256(`{ "sub":"ann","roles":["b","a"],"id":9007199254740993,"exp":${now + 60}.0}`, 'another secret'),
]);
const exchanges = [
  exchangeWith(before, { startedMs: PREVIEW_NOW_MS - 60_000 }),
  exchangeWith(after, { startedMs: PREVIEW_NOW_MS - 30_000, before: 'Bearer ' }),
];

async function openCompare(given: Parameters<typeof openWindow>[1] = {}): Promise<FakeSurroundings> {
  const surroundings = await openWindow('panel', { exchanges, key: secret, view: 'compare', ...given });
  await screen.findByRole('heading', { name: 'Comparison of two tokens' });
  return surroundings;
}

const picker = (name: string) => screen.getByRole<HTMLSelectElement>('combobox', { name });
const rowOf = (name: string | RegExp) => screen.getByRole('row', { name });
const fact = (name: string) => screen.getByText(name, { selector: 'dt' }).parentElement;

afterEach(closeWindows);

describe('two tokens', () => {
  test('the one that is shown is compared with the one that it took over from', async () => {
    await openCompare({ selected: after });
    expect([picker('Before').value, picker('After').value]).toEqual([before, after]);
    expect(fact('Payload')?.textContent).toContain('4 differences in meaning');
    expect(fact('Header')?.textContent).toContain('The same, byte for byte');
    await waitFor(() => expect(fact('Key')?.textContent).toContain('Verified with the key in the box'));
    expect(fact('Seen at')?.textContent).toContain('Authorization: Bearer');
  });

  test('sets tell what came and went, times how much later, big numbers are exact', async () => {
    await openCompare({ selected: after });
    const roles = within(rowOf(/^roles/));
    expect(roles.getByText('"c"', { selector: 'ins' })).toBeTruthy();
    expect(roles.getByText('"b"', { selector: 'del' })).toBeTruthy();
    expect(rowOf(/^exp/).textContent).toContain('1 hr 0 min later');
    expect(rowOf(/^id/).textContent).toContain('90071992547409939007199254740992');
    expect(rowOf(/^new/).textContent).toContain('not there');
    expect(rowOf(/^sub/).textContent).toContain('the same');
  });

  test('order and formatting are no difference; another key is', async () => {
    await openCompare({ selected: before });
    fireEvent.input(screen.getByRole('textbox', { name: 'Or paste another token' }), {
      target: { value: other },
    });
    expect(fact('Payload')?.textContent).toContain('The same, in another order');
    await waitFor(() => expect(fact('Key')?.textContent).toContain('Does not match'));
    expect(fact('Seen at')?.textContent).toContain('pasted');
  });

  test('can be swapped and chosen', async () => {
    await openCompare({ selected: after });
    fireEvent.click(screen.getByRole('button', { name: 'Swap the two' }));
    expect([picker('Before').value, picker('After').value]).toEqual([after, before]);
    fireEvent.change(picker('Before'), { target: { value: before } });
    expect(fact('Payload')?.textContent).toContain('The same, byte for byte');
    fireEvent.click(screen.getByRole('button', { name: 'Back to the token' }));
    expect(await screen.findByRole('region', { name: 'Verdict' })).toBeTruthy();
  });

  test('are copied as Markdown, without the tokens themselves', async () => {
    const surroundings = await openCompare({ selected: after });
    await waitFor(() => expect(fact('Key')?.textContent).toContain('Verified'));
    fireEvent.click(screen.getByRole('button', { name: 'Copy as text' }));
    await waitFor(() => expect(surroundings.asked).toHaveLength(1));
    const [text = ''] = surroundings.asked;
    expect(text).toContain('## Comparison of two tokens');
    expect(text).toContain('| `id` | `9007199254740993` | `9007199254740992` |');
    expect(text).toContain('| `roles` | `["a","b"]` | `["c","a"]` (`−"b"` `+"c"`) |');
    expect(text).not.toContain('eyJ');
  });
});

test('two that are picked in the list are compared in the order in which they were picked', async () => {
  await openWindow('panel', { exchanges, key: secret, selected: after });
  const rows = () => [...document.querySelectorAll<HTMLElement>('[role=row].row')];
  await waitFor(() => expect(rows()).toHaveLength(2));
  for (const row of rows()) {
    const current = row.getAttribute('aria-selected') === 'true';
    if (!current) fireEvent.click(row, { ctrlKey: true });
  }
  const bar = await waitFor(() => {
    const found = document.querySelector<HTMLElement>('.picked');
    if (!found) throw new Error('nothing is picked');
    return found;
  });
  fireEvent.click(within(bar).getByRole('button', { name: 'Compare' }));
  await screen.findByRole('heading', { name: 'Comparison of two tokens' });
  await waitFor(() => expect([picker('Before').value, picker('After').value]).toEqual([after, before]));
});

test('with one token alone it says what is missing', async () => {
  await openCompare({ exchanges: exchanges.slice(0, 1) });
  expect(screen.getByText(/only one token yet/)).toBeTruthy();
});

test('what disclosures reveal is compared too, and it is said so', async () => {
  await openCompare({ selected: after });
  const presented = await sdJwt();
  fireEvent.input(screen.getByRole('textbox', { name: 'Or paste another token' }), {
    target: { value: presented },
  });
  fireEvent.change(picker('After'), { target: { value: presented } });
  expect(await screen.findByText(/with what the disclosures reveal/)).toBeTruthy();
  expect(rowOf(/^given_name/).textContent).toContain('Al\\u0069ce');
});
