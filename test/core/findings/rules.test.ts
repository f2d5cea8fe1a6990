import { describe, expect, it, test } from 'vitest';
import messages from '../../../src/_locales/en/messages.json' with { type: 'json' };
import { severities } from '../../../src/core/findings/finding';
import { findingsOf } from '../../../src/core/findings/findings';
import { rules } from '../../../src/core/findings/rules';
import { bothSides, type Sample } from './bothSides';
import { context } from './samples';

const found = async ([text, more]: Sample) => (await findingsOf(text, context(more))).map(({ id }) => id);

test('every rule has both sides here, a name of its own, and a section', () => {
  const ids = rules.map(({ id }) => id);
  expect(Object.keys(bothSides).sort()).toEqual([...ids].sort());
  expect(new Set(ids).size).toBe(ids.length);
  for (const { source, severity } of rules) {
    expect(source).toMatch(/section [\dA-Z.]+$/);
    expect(severities).toContain(severity);
  }
});

test.each(rules.map(({ id }) => id))('%s has a title, a meaning and an advice', (id) => {
  const key = `finding_${id.replaceAll('-', '_')}`;
  for (const end of ['', '_means', '_do']) expect(messages).toHaveProperty([key + end, 'message']);
});

describe.each(Object.entries(bothSides))('%s', (id, { fires, silent }) => {
  it.each(fires.map((sample, at) => ({ at, sample })))('is found ($at)', async ({ sample }) => {
    expect(await found(sample)).toContain(id);
  });

  it.each(silent.map((sample, at) => ({ at, sample })))('is not found ($at)', async ({ sample }) => {
    expect(await found(sample)).not.toContain(id);
  });

  it('is tried on both sides', () => {
    expect(Math.min(fires.length, silent.length)).toBeGreaterThan(0);
  });
});
