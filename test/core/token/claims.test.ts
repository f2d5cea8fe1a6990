import { describe, expect, it } from 'vitest';
import messages from '../../../src/_locales/en/messages.json' with { type: 'json' };
import { claimInfo, headerInfo, knownNames } from '../../../src/core/token/claims';
import { headerParameters } from '../../../src/core/token/claims/headers';
import { registeredClaims } from '../../../src/core/token/claims/registered';
import { vendorClaims } from '../../../src/core/token/claims/vendors';

describe('known claims and header parameters', () => {
  it('tell meaning, source and kind', () => {
    expect(claimInfo('exp')).toEqual({
      name: 'exp',
      meaning: 'claim_exp',
      source: 'RFC 7519 section 4.1.4',
      kind: 'time',
    });
    expect(headerInfo('x5t#S256')).toEqual({
      name: 'x5t#S256',
      meaning: 'header_x5t_S256',
      source: 'RFC 7515 section 4.1.8',
    });
    expect(claimInfo('cognito:groups')?.source).toBe('Amazon Cognito');
    expect(claimInfo('https://example.com/roles')).toBeUndefined();
    expect(claimInfo('toString')).toBeUndefined();
  });

  it.each(knownNames().map((info) => [info.meaning, info] as const))('%s has a sentence', (meaning) => {
    expect(messages).toHaveProperty([meaning, 'message']);
  });

  it('are as many as the registries list', () => {
    expect(registeredClaims).toHaveLength(163);
    expect(headerParameters).toHaveLength(33);
  });

  it('stand in one table each, under one key each', () => {
    for (const rows of [[...registeredClaims, ...vendorClaims], headerParameters]) {
      const names = rows.map(([name]) => name);
      expect(new Set(names).size).toBe(names.length);
    }
    const keys = knownNames().map((info) => info.meaning);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
