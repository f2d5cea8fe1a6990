import { signal } from '@preact/signals';
import { expect, test, vi } from 'vitest';
import { readKeys } from '../../../src/core/key/readKeys';
import type { Exchange } from '../../../src/core/traffic/exchange';
import { verifyAll } from '../../../src/ui/model/continuous';
import { createKeys } from '../../../src/ui/model/keys';
import { createKeysFor } from '../../../src/ui/model/origins';
import { createTokens } from '../../../src/ui/model/tokens';
import { createVerdicts } from '../../../src/ui/model/verdicts';
import { verifyText } from '../../../src/ui/model/verifyText';
import type { Draft, KeptKey, LogView } from '../../../src/ui/surroundings';
import { signHs256 } from '../../preview/signing';
import { exchangeWith } from '../../preview/surroundings';

const secret = 'a secret that is long enough for HS256';
const api = 'https://api.example';
const other = 'https://other.example';
const token = (sub: string) => signHs256({ sub }, secret);
const some = await Promise.all(Array.from({ length: 120 }, (_, at) => token(`user ${at}`)));

function windowOn(exchanges: readonly Exchange[], kept: readonly KeptKey[]) {
  const log = signal<LogView>({ exchanges, coverage: [] });
  const keyring = signal(kept);
  const keys = createKeys(signal<Draft>({ paste: '', key: '' }), keyring, readKeys, createKeysFor(log));
  const verify = vi.fn(verifyText);
  const verdicts = createVerdicts(verify);
  const tokens = createTokens(log);
  return { log, keyring, keys, verify, verdicts, tokens, end: verifyAll({ keys, verdicts, tokens }) };
}

type Window = ReturnType<typeof windowOn>;
const said = ({ verdicts }: Window, text: string) => verdicts.of(text).value;
const states = (window: Window, texts: readonly string[]) =>
  new Set(texts.map((text) => said(window, text)?.state));

test('checks every token of the list, and each once per key', async () => {
  const window = windowOn(
    some.map((text) => exchangeWith(text)),
    [{ name: 'wrong', text: 'another secret' }],
  );
  await vi.waitFor(() => expect(states(window, some)).toEqual(new Set(['wrong'])));
  expect(window.verify).toHaveBeenCalledTimes(some.length);
  window.log.value = { ...window.log.value };
  window.keyring.value = [...window.keyring.value, { name: 'right', text: secret }];
  await vi.waitFor(() => expect(states(window, some)).toEqual(new Set(['verified'])));
  expect(window.verify).toHaveBeenCalledTimes(2 * some.length);
  window.end();
});

test('asks a key that is kept for one origin about the tokens of that origin alone', async () => {
  const [there = '', elsewhere = '', both = ''] = some;
  const window = windowOn(
    [
      exchangeWith(there, { url: `${api}/a` }),
      exchangeWith(elsewhere, { url: `${other}/a` }),
      exchangeWith(both, { url: `${other}/a` }),
      exchangeWith(both, { url: `${api}/a` }),
    ],
    [{ name: 'bound', text: secret, origin: api }],
  );
  await vi.waitFor(() =>
    expect(said(window, there)).toMatchObject({ state: 'verified', chosenBy: 'origin' }),
  );
  await vi.waitFor(() => expect(said(window, both)).toMatchObject({ state: 'verified' }));
  await vi.waitFor(() => expect(said(window, elsewhere)).toMatchObject({ state: 'no-key' }));
  expect(window.keys.for('a token that was pasted')).toHaveLength(1);
  window.end();
});

test('a key seen in the traffic is trusted as that', async () => {
  const [text = ''] = some;
  const window = windowOn([exchangeWith(text)], [{ name: 'seen', text: secret, seenAt: `${api}/keys` }]);
  await vi.waitFor(() =>
    expect(said(window, text)).toMatchObject({ state: 'verified', key: { source: 'traffic' } }),
  );
  const verdict = said(window, text);
  if (verdict?.state === 'verified')
    expect(window.keys.originOf(verdict.key)).toMatchObject({ name: 'seen', seenAt: `${api}/keys` });
  window.end();
});

test('leaves off when it is ended', async () => {
  const window = windowOn([exchangeWith(some[0] ?? '')], []);
  window.end();
  window.keyring.value = [{ name: 'right', text: secret }];
  await new Promise((taken) => setTimeout(taken, 20));
  expect(window.verify).not.toHaveBeenCalled();
});
