import { expect, test } from 'vitest';
import { codeKey, createSay, type MessageKey } from '../../src/ui/say';

const say = createSay({
  greeting: { message: '$2, $1!' },
  price: { message: '$$1 costs $1' },
});
const key = (name: string) => name as MessageKey;

test('fills placeholders by number, and leaves those without a value empty', () => {
  expect(say(key('greeting'), ['world', 'Hello'])).toBe('Hello, world!');
  expect(say(key('greeting'), ['world'])).toBe(', world!');
});

test('writes a doubled dollar sign as one, and never fills a value into another', () => {
  expect(say(key('price'), ['$2'])).toBe('$1 costs $2');
});

test('gives an empty text for a key that is not there, as browsers do', () => {
  expect(say(key('nothing'))).toBe('');
});

test('finds the sentence of a code by its family', () => {
  expect(codeKey('fault', 'json-too-deep')).toBe('fault_json_too_deep');
});
