// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import messages from '../../src/_locales/en/messages.json';
import { snippetNotes, snippetTasks } from '../../src/core/snippets/snippet';
import { codeOpen } from '../../src/ui/snippets/CodeSection';
import { signHs256 } from '../preview/signing';
import { exchangeWith } from '../preview/surroundings';
import { closeWindows, openWindow } from './windows';

const john = await signHs256({ username: 'john_doe', aud: 'api', exp: 4_000_000_000 }, 'a secret');

afterEach(() => {
  closeWindows();
  codeOpen.value = false;
});

const unfold = async () => {
  const heading = await screen.findByRole('heading', { name: 'Code' });
  const folded = heading.closest('details') as HTMLDetailsElement;
  folded.open = true;
  fireEvent(folded, new Event('toggle'));
  await screen.findByRole('button', { name: 'PyJWT' });
};
const code = () => document.querySelector('.code pre')?.textContent ?? '';

test('the code is for what is on screen: the header form, and what is expected', async () => {
  const surroundings = await openWindow('panel', {
    exchanges: [exchangeWith(john, { before: 'Bearer ' })],
    expectations: { '*': { audiences: ['api'], leewaySeconds: 7 } },
  });
  await unfold();
  fireEvent.click(screen.getByRole('button', { name: 'Verify' }));
  expect(code()).toContain('audience="api"');
  expect(code()).toContain('leeway=7');
  fireEvent.click(screen.getByRole('button', { name: 'Flask' }));
  expect(code()).toContain('scheme.lower() != "bearer"');
  expect(screen.getByText('Save as app.py')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'curl' }));
  expect(code()).toContain(`Authorization: Bearer \${TOKEN}`);
  fireEvent.click(screen.getByRole('button', { name: 'Copy code' }));
  await waitFor(() => expect(surroundings.asked.at(-1)).toBe(`copy ${code()}`));
});

test('a choice that the next token does not have falls back', async () => {
  const surroundings = await openWindow('panel', { exchanges: [exchangeWith(john)] });
  await unfold();
  fireEvent.click(screen.getByRole('button', { name: 'curl' }));
  const pasted = `${john.slice(0, -4)}AAAA`;
  surroundings.draft.value = { ...surroundings.draft.value, paste: pasted };
  await screen.findByText('pasted', { exact: false });
  expect(screen.queryByRole('button', { name: 'curl' })).toBeNull();
  await waitFor(() => expect(code()).toContain('import'));
});

test('every task and every note has its words', () => {
  const keys = [
    ...snippetTasks.map((task) => `code_task_${task}`),
    ...snippetNotes.map((note) => `code_note_${note.replaceAll('-', '_')}`),
  ];
  expect(keys.filter((key) => !Object.hasOwn(messages, key))).toEqual([]);
});
