import { describe, expect, it } from 'vitest';
import { certificateAt } from '../../../src/core/key/validity';

describe('a certificate', () => {
  it.each([
    [9, 'not-yet-valid'],
    [10, 'current'],
    [20, 'current'],
    [21, 'expired'],
  ])('from 10 to 20 is at %i %s', (now, state) => {
    expect(certificateAt({ subject: '', issuer: '', notBeforeSeconds: 10, notAfterSeconds: 20 }, now)).toBe(
      state,
    );
  });

  it('with unreadable times is unknown', () => {
    const facts = { subject: '', issuer: '', notBeforeSeconds: Number.NaN, notAfterSeconds: 20 };
    expect(certificateAt(facts, 15)).toBe('unknown');
  });
});
