import { expect, test } from 'vitest';
import messages from '../../src/_locales/en/messages.json';
import { createLanguage } from '../../src/ui/language';
import { createSay } from '../../src/ui/say';

const say = createSay(messages);

test('numbers choose the form of the sentence and are written as the language does', () => {
  const english = createLanguage(say, ['en-GB']);
  expect(english.count('tokens_count', 1)).toBe('1 token');
  expect(english.count('tokens_count', 1_234)).toBe('1,234 tokens');
  expect(english.count('tokens_of', 7, ['2'])).toBe('2 of 7 tokens');
});

test('a language with a region takes its numbers from any region of it that the reader has', () => {
  const catalogue = { language: { message: 'pt-BR' } };
  expect(createLanguage(createSay(catalogue), ['pt-PT']).number(12_345.5)).toBe(
    new Intl.NumberFormat('pt-PT').format(12_345.5),
  );
});

test('a regional form of the catalogue’s own language is followed, another language is not', () => {
  const ms = Date.UTC(2026, 10, 22, 12);
  expect(createLanguage(say, ['de-DE', 'en-US']).local(ms)).toContain('Nov 22');
  expect(createLanguage(say, ['en-GB']).local(ms)).toContain('22 Nov');
  expect(createLanguage(say, ['de-DE']).local(ms)).toContain('Nov');
});
