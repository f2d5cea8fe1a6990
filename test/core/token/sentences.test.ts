import { describe, expect, it } from 'vitest';
import messages from '../../../src/_locales/en/messages.json' with { type: 'json' };
import { faultCodes } from '../../../src/core/token/faults';
import { jwtDecodeCodes } from '../../../src/core/token/jwtDecodeView';
import { timeNoteCodes } from '../../../src/core/token/lifetime';
import { lookalikeKinds } from '../../../src/core/token/lookalike';
import { profileIds } from '../../../src/core/token/profiles';

const families: Readonly<Record<string, readonly string[]>> = {
  fault: faultCodes,
  time: timeNoteCodes,
  jwtdecode: jwtDecodeCodes,
  lookalike: lookalikeKinds,
  profile: profileIds,
};

describe.each(Object.entries(families))('the sentences of %s', (family, codes) => {
  it.each(codes)('%s has one', (code) => {
    expect(messages).toHaveProperty([`${family}_${code.replaceAll('-', '_')}`, 'message']);
  });
});
