// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import messages from '../../../src/_locales/en/messages.json';
import { algorithms } from '../../../src/core/verify/algorithms';
import { algorithmTermOf, algorithmTerms } from '../../../src/ui/explain/algorithmTerms';
import { explanationsOf } from '../../../src/ui/explain/explanations';
import { termCodes } from '../../../src/ui/explain/terms';
import { createLanguage } from '../../../src/ui/language';
import { signHs256 } from '../../preview/signing';
import { exchangeWith, say } from '../../preview/surroundings';
import { closeWindows, openWindow, windowNames } from '../windows';

const language = createLanguage(say);
const token = await signHs256({ sub: 'john', exp: 2_000_000_000, shoe_size: 43 }, 'a secret');

// happy-dom has no popovers.
beforeAll(() => {
  HTMLElement.prototype.showPopover = vi.fn();
});
afterEach(() => {
  closeWindows();
  for (const left of document.querySelectorAll('.explanation')) left.parentElement?.remove();
});

test.each(termCodes)('the word "%s" has a name and an explanation', (term) => {
  const [explanation] = explanationsOf({ term }, language);
  expect(explanation?.title).toMatch(/\w/);
  expect(explanation?.text).toMatch(/\w{3}.*\.$/);
});

test('no explanation is left over', () => {
  const told = new Set([
    ...termCodes.map((code) => `term_${code}`),
    ...algorithmTerms.map(({ code }) => `algorithm_${code}`),
  ]);
  const written = Object.keys(messages).filter((key) => /^(term_(?!name_)|algorithm_)/.test(key));
  expect(written.filter((key) => !told.has(key))).toEqual([]);
});

test('every algorithm that can be checked is explained, and every JWE algorithm of RFC 7518', () => {
  const jwe =
    'RSA1_5 RSA-OAEP RSA-OAEP-256 A128KW A192KW A256KW dir ECDH-ES ECDH-ES+A128KW ECDH-ES+A192KW ECDH-ES+A256KW A128GCMKW A192GCMKW A256GCMKW PBES2-HS256+A128KW PBES2-HS384+A192KW PBES2-HS512+A256KW A128CBC-HS256 A192CBC-HS384 A256CBC-HS512 A128GCM A192GCM A256GCM'.split(
      ' ',
    );
  const names = [...algorithms.map(({ name }) => name), 'none', ...jwe];
  expect(names.filter((name) => algorithmTermOf(name) === undefined)).toEqual([]);
  expect(algorithmTermOf('A128GCM')?.code).toBe('gcm');
  expect(algorithmTermOf('A128GCMKW')?.code).toBe('kw');
});

// part, name, value -> what is said, each with where it is written
test.each([
  ['payload', 'exp', undefined, [['exp', 'RFC 7519 section 4.1.4']]],
  [
    'header',
    'alg',
    'HS256',
    [
      ['alg', 'RFC 7515 section 4.1.1'],
      ['HS256', 'RFC 7518 section 3.2'],
    ],
  ],
  ['payload', 'alg', 'HS256', [['alg', undefined]]],
  ['payload', 'shoe_size', undefined, [['shoe_size', undefined]]],
] as const)('%s %s %s', (part, name, value, said) => {
  const explanations = explanationsOf({ part, name, value }, language);
  expect(explanations.map(({ title, source }) => [title, source])).toEqual(said);
});

test.each(windowNames)('in the %s a verdict is explained by a click', async (name) => {
  await openWindow(name, { exchanges: [exchangeWith(token)] });
  fireEvent.click(await screen.findByRole('button', { name: 'Trust' }));
  const said = await screen.findByRole('dialog', { name: 'Trust' });
  expect(said.textContent).toContain('RFC 7515 section 10.3');
  expect(document.activeElement).toBe(said);
});

test('a claim is explained by Enter on its row, and the focus comes back to it', async () => {
  await openWindow('panel', { exchanges: [exchangeWith(token)] });
  const cell = await screen.findByRole('button', { name: 'exp' });
  const row = cell.closest('tr');
  row?.focus();
  fireEvent.keyDown(row as Element, { key: 'Enter' });
  const said = await screen.findByRole('dialog', { name: 'exp' });
  expect(said.textContent).toContain('RFC 7519 section 4.1.4');
  fireEvent(said, Object.assign(new Event('toggle'), { newState: 'closed' }));
  await waitFor(() => expect(screen.queryByRole('dialog', { name: 'exp' })).toBeNull());
  expect(document.activeElement).toBe(row);
});
