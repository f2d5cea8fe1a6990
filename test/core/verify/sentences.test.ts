import { describe, expect, it } from 'vitest';
import messages from '../../../src/_locales/en/messages.json' with { type: 'json' };
import { keyFaultCodes, keyNoteCodes } from '../../../src/core/key/key';
import { certificateStates } from '../../../src/core/key/validity';
import { carriedCodes } from '../../../src/core/verify/carried';
import { cannotCodes, wrongKeyCodes } from '../../../src/core/verify/decrypt/decryption';
import { examinationCodes, remedyCodes } from '../../../src/core/verify/doctor/trial';
import { violationCodes } from '../../../src/core/verify/expectations';
import { untestedCodes } from '../../../src/core/verify/libraries/answer';
import { choices, uncheckedCodes, wrongCodes } from '../../../src/core/verify/outcome';
import { trusts } from '../../../src/core/verify/trust';

const catalogue: Readonly<Record<string, { message: string } | undefined>> = messages;

function sentenceOf(family: string, code: string): string {
  return catalogue[`${family}_${code.replaceAll('-', '_')}`]?.message ?? '';
}

describe('every code has its sentence', () => {
  it.each([
    ...keyFaultCodes.map((code) => ['key_fault', code]),
    ...keyNoteCodes.map((code) => ['key_note', code]),
    ...['verified', 'wrong', 'no-key', ...uncheckedCodes, ...wrongCodes].map((code) => ['signature', code]),
    ...['decrypted', 'wrong-key', 'no-key', ...cannotCodes, ...wrongKeyCodes].map((code) => [
      'decrypt',
      code,
    ]),
    ...['none', ...remedyCodes].map((code) => ['doctor', code]),
    ...violationCodes.map((code) => ['expectation', code]),
    ...carriedCodes.map((code) => ['carried', code]),
    ...certificateStates.map((code) => ['certificate', code]),
    ...untestedCodes.map((code) => ['library', code]),
    ...choices.map((code) => ['chosen', code]),
    ...trusts.map((code) => ['trust', code]),
  ] as [string, string][])('%s %s', (family, code) => {
    expect(sentenceOf(family, code)).toMatch(/[.]$/);
  });
});

describe('every examination has its words', () => {
  it.each(examinationCodes)('%s', (code) => {
    expect(sentenceOf('doctor_tried', code)).not.toBe('');
  });
});

describe('the words that tell the answers apart', () => {
  it.each([
    ['verified', ['verified']],
    ['does not match', wrongCodes],
    ['no key yet', ['no-key']],
    ['cannot check', uncheckedCodes],
  ] as [string, readonly string[]][])('%s', (words, codes) => {
    const every = ['verified', 'does not match', 'no key yet', 'cannot check'];
    for (const code of codes) {
      expect(every.filter((other) => sentenceOf('signature', code).includes(other))).toEqual([words]);
    }
  });
});
