import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/core/findings/finding';
import { isMuted, withMute, withoutMute } from '../../../src/core/findings/muting';

const finding: Finding = { id: 'no-expiry', severity: 'medium', source: '', values: [] };
const here = 'https://a.example';

describe('muting', () => {
  it('silences a rule on one origin, or anywhere', () => {
    const onHere = withMute([], { rule: 'no-expiry', origin: here });
    expect(isMuted(finding, onHere, here)).toBe(true);
    expect(isMuted(finding, onHere, 'https://b.example')).toBe(false);
    expect(isMuted(finding, onHere, undefined)).toBe(false);
    expect(isMuted(finding, withMute([], { rule: 'no-expiry' }), undefined)).toBe(true);
    expect(isMuted(finding, withMute([], { rule: 'alg-none' }), here)).toBe(false);
  });

  it('keeps each once, and one for everywhere alone', () => {
    const twice = withMute(withMute([], { rule: 'no-expiry', origin: here }), {
      rule: 'no-expiry',
      origin: here,
    });
    expect(twice).toHaveLength(1);
    expect(withMute(twice, { rule: 'no-expiry' })).toEqual([{ rule: 'no-expiry' }]);
  });

  it('is undone for an origin, and for everywhere with it', () => {
    const mutes = [
      { rule: 'no-expiry' },
      { rule: 'no-expiry', origin: 'https://b.example' },
      { rule: 'alg-none' },
    ];
    expect(withoutMute(mutes, 'no-expiry', here)).toEqual([
      { rule: 'no-expiry', origin: 'https://b.example' },
      { rule: 'alg-none' },
    ]);
  });
});
