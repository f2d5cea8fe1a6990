// @vitest-environment happy-dom
import { createEvent, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { droppedAs, isRecording, isText } from '../../src/ui/dropped';
import { signHs256 } from '../preview/signing';
import { exchangeWith } from '../preview/surroundings';
import { closeWindows, openWindow } from './windows';

const john = await signHs256({ username: 'john_doe' }, 'a secret');
const pem = '-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----';

afterEach(closeWindows);

test.each([
  ['recording', '{ "log": {"entries": []}}'],
  ['key', pem],
  ['key', `# of ${john}\n${pem}`],
  ['key', '{"keys":[{"kty":"RSA"}]}'],
  ['key', 'ssh-ed25519 AAAAC3Nz me@host'],
  ['token', john],
  ['token', `curl -H "Authorization: Bearer ${john}"`],
  ['other', 'your-secret-key'],
] as const)('a %s is told from its text', (kind, text) => {
  expect(droppedAs(text)).toBe(kind);
});

test.each([
  ['a.har', true, false],
  ['Claimscope 2026-11-22.json', true, false],
  ['key.pem', false, true],
  ['token.txt', false, true],
  ['logs.zip', false, false],
])('a file named %s', (name, recording, text) => {
  expect([isRecording({ name }), isText({ name })]).toEqual([recording, text]);
});

function drop(element: Element, text: string, type = 'drop'): Event {
  const event = type === 'drop' ? createEvent.drop(element) : createEvent.dragOver(element);
  const dataTransfer = { types: ['text/plain'], files: [], getData: () => text };
  Object.defineProperty(event, 'dataTransfer', { value: dataTransfer });
  fireEvent(element, event);
  return event;
}

test('text dropped on the window is shown, as a token or as a key; in a box it is left to the browser', async () => {
  const surroundings = await openWindow('panel', { exchanges: [exchangeWith(john)] });
  await waitFor(() => expect(drop(document.body, john, 'over').defaultPrevented).toBe(true));
  expect(await screen.findByText('Drop a token, a key or a HAR file')).toBeTruthy();
  drop(document.body, `see ${john}`);
  expect(surroundings.draft.value.paste).toBe(`see ${john}`);
  await waitFor(() => expect(screen.queryByText('Drop a token, a key or a HAR file')).toBeNull());
  drop(document.body, pem);
  expect(surroundings.draft.value.key).toBe(pem);
  expect(drop(screen.getByRole('textbox', { name: 'Token' }), john).defaultPrevented).toBe(false);
});

test('a file that holds a token goes to the paste box, not to the key box', async () => {
  const surroundings = await openWindow('panel');
  const inputs = await screen.findAllByLabelText('Open a key file');
  const input = inputs.find((each) => each.tagName === 'INPUT');
  fireEvent.change(input as Element, { target: { files: [new File([john], 'token.txt')] } });
  await waitFor(() => expect(surroundings.draft.value.paste).toBe(john));
  expect(surroundings.draft.value.key).toBe('');
});
