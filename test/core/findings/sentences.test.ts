import { describe, expect, it, test } from 'vitest';
import messages from '../../../src/_locales/en/messages.json' with { type: 'json' };
import { findingsOf } from '../../../src/core/findings/findings';
import { codeKey, createSay } from '../../../src/ui/say';
import { bothSides, type Sample } from './bothSides';
import { hs, proof, withProof } from './bothSides/made';
import { context, token, verifiedWith } from './samples';

const say = createSay(messages);
const ends = ['', '-means', '-do'];

async function valuesOf(id: string, [text, more]: Sample): Promise<readonly string[]> {
  const findings = await findingsOf(text, context(more));
  return findings.find((finding) => finding.id === id)?.values ?? [];
}

/** How many facts the sentences of a rule speak of. */
function wanted(id: string): number {
  const text = ends.map((end) => say(codeKey('finding', id + end), ['$1', '$2', '$3'])).join(' ');
  return Math.max(0, ...[...text.matchAll(/\$([1-9])/g)].map(([, digit]) => Number(digit)));
}

describe.each(Object.entries(bothSides))('%s', (id, { fires }) => {
  it.each(fires.map((sample, at) => ({ at, sample })))(
    'has every fact it speaks of ($at)',
    async ({ sample }) => {
      const values = await valuesOf(id, sample);
      expect(values.length).toBeGreaterThanOrEqual(wanted(id));
      expect(values.slice(0, wanted(id))).not.toContain('');
    },
  );
});

const sentProof = proof({ ath: 'x' });
const post = withProof(token(), sentProof, { method: 'POST' });

test.each<[id: string, end: string, sample: Sample, sentence: string]>([
  ['kind-symmetric', '', [proof({}, { alg: 'HS256' })], 'Signed with a shared secret (HS256)'],
  ['kind-symmetric', '-means', [proof({}, { alg: 'HS256' })], 'RFC 9449 section 4.2 demands a key pair'],
  ['kind-incomplete', '', [proof({ jti: undefined })], 'Missing or of the wrong type: jti'],
  ['kind-incomplete', '-means', [proof({ jti: undefined })], 'RFC 9449 section 4.2 demands it'],
  ['alg-case', '', [token({ alg: 'rs256' })], 'written rs256 instead of RS256'],
  ['alg-case', '-do', [token({ alg: 'rs256' })], 'Write RS256.'],
  ['signature-length', '', [token({ alg: 'HS256' }, {}, 'AAAA')], 'has 3 bytes instead of 32'],
  ['dpop-htm-differs', '', [sentProof, { exchanges: [post] }], 'for GET, the request is POST'],
  [
    'secret-short',
    '',
    [hs, { verdict: verifiedWith('q7Vn2-Xw8_Lr5Tz1Bc9K') }],
    'has 160 bits, the standard asks for 256',
  ],
])('%s%s says the facts in their places', async (id, end, sample, sentence) => {
  const values = await valuesOf(id, sample);
  expect(say(codeKey('finding', id + end), values)).toContain(sentence);
});
