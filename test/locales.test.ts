import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

type Messages = Record<string, { message: string; description?: string }>;
const folder = 'src/_locales';
const read = (name: string): Messages => JSON.parse(readFileSync(`${folder}/${name}/messages.json`, 'utf8'));

const english = read('en');
const keys = Object.keys(english).sort();
const languages = readdirSync(folder);
const others = languages.filter((name) => name !== 'en');

/** Every placeholder of a sentence, in the order of their numbers. */
const placeholders = (sentence: string) => [...sentence.matchAll(/\$[1-9$]/g)].map(([mark]) => mark).sort();

/** Names, formulas and words of the RFCs are the same in every language; a sentence of this length is not. */
const isSentence = (text: string) => (text.match(/\p{L}{3,}/gu) ?? []).length >= 4;

/** The most that Chrome shows of a description. */
const DESCRIPTION_LENGTH = 132;

test('the languages are the promised ones', () => {
  expect(languages.sort()).toEqual(['de', 'en', 'es', 'fr', 'ja', 'pt_BR', 'zh_CN']);
});

describe.each(others)('%s', (name) => {
  const own = read(name);

  test('has every sentence, and no other', () => {
    expect(Object.keys(own).sort()).toEqual(keys);
  });

  test('has the placeholders of every sentence', () => {
    const wrong = keys.filter(
      (key) => `${placeholders(own[key]?.message ?? '')}` !== `${placeholders(english[key]?.message ?? '')}`,
    );
    expect(wrong).toEqual([]);
  });

  test('is translated', () => {
    const left = keys.filter((key) => {
      const text = own[key]?.message ?? '';
      return text.trim() === '' || (isSentence(text) && text === english[key]?.message);
    });
    expect(left).toEqual([]);
  });

  test('names itself, and describes the extension within what stores show', () => {
    expect(own.language?.message).toBe(name.replace('_', '-'));
    expect(own.extensionDescription?.message.length).toBeLessThanOrEqual(DESCRIPTION_LENGTH);
  });
});
