import { describe, expect, it } from 'vitest';
import messages from '../../../src/_locales/en/messages.json' with { type: 'json' };
import { editRefusals } from '../../../src/core/sign/edit/members';
import { presets } from '../../../src/core/sign/edit/presets';
import { exportForms } from '../../../src/core/sign/exports';
import { encryptRefusals } from '../../../src/core/sign/jwe/encryption';
import { refusals, warnings } from '../../../src/core/sign/jws/signing';

const catalogue: Readonly<Record<string, { message: string } | undefined>> = messages;
const sentenceOf = (family: string, code: string) =>
  catalogue[`${family}_${code.replaceAll('-', '_')}`]?.message ?? '';

describe('every code of signing has its sentence', () => {
  it.each([
    ...refusals.map((code) => ['sign', code]),
    ...warnings.map((code) => ['sign_warning', code]),
    ...encryptRefusals.map((code) => ['encrypt', code]),
    ...editRefusals.map((code) => ['wb_no_fields', code]),
  ] as [string, string][])('%s %s', (family, code) => {
    expect(sentenceOf(family, code)).toMatch(/[.]$/);
  });
});

describe('everything that can be chosen has its words', () => {
  it.each([
    ...presets.map(({ name }) => ['wb_preset', name]),
    ...presets.map(({ name }) => ['wb_preset_why', name]),
    ...exportForms.map((form) => ['wb_export', form]),
  ] as [string, string][])('%s %s', (family, code) => {
    expect(sentenceOf(family, code)).toMatch(/\w/);
  });
});
