import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { KeyReading } from '../../../src/core/key/key';
import { createKeys } from '../../../src/ui/model/keys';
import type { Draft } from '../../../src/ui/surroundings';

const broken = (at: number): KeyReading => ({ ok: false, fault: { code: 'pem-cut', at } });

test('the last text wins, however late an earlier answer comes', async () => {
  const ends: ((reading: KeyReading) => void)[] = [];
  const draft = signal<Draft>({ paste: '', key: 'first' });
  const keys = createKeys(draft, signal([]), () => new Promise((end) => ends.push(end)));
  draft.value = { paste: '', key: 'second' };
  ends[1]?.(broken(2));
  ends[0]?.(broken(1));
  await Promise.resolve();
  await Promise.resolve();
  expect(keys.reading.value).toEqual(broken(2));
  keys.dispose();
});

test('an empty box is no key, and typing in the paste box reads no key anew', async () => {
  const read: string[] = [];
  const draft = signal<Draft>({ paste: '', key: '' });
  const keys = createKeys(draft, signal([]), (text) => {
    read.push(text);
    return broken(0);
  });
  draft.value = { paste: 'a', key: '' };
  draft.value = { paste: 'a', key: 'k' };
  draft.value = { paste: 'ab', key: 'k' };
  await Promise.resolve();
  expect(read).toEqual(['k']);
  expect(keys.all.value).toEqual([]);
  keys.dispose();
});
