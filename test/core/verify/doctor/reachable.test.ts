import { createHmac, sign } from 'node:crypto';
import { expect, test } from 'vitest';
import messages from '../../../../src/_locales/en/messages.json' with { type: 'json' };
import { readKeys } from '../../../../src/core/key/readKeys';
import { certificateAt } from '../../../../src/core/key/validity';
import { readToken } from '../../../../src/core/token/read';
import { diagnose } from '../../../../src/core/verify/doctor/doctor';
import { verifySignature } from '../../../../src/core/verify/verify';
import { certificateFor } from '../../key/madeCertificate';
import { jwkText, pairOf, pemOf } from '../../key/madeKeys';
import { assemble, longSecret, signWithNode } from '../signing';

const payload = '{"sub":"a"}';
const hs = (secret: string | Buffer) =>
  assemble({ alg: 'HS256' }, payload, (input) => createHmac('sha256', secret).update(input).digest());
const by = (alg: string, name: Parameters<typeof pairOf>[0], header: object = {}) =>
  assemble({ alg, ...header }, payload, (input) => signWithNode(alg, pairOf(name).privateKey, input));
const cut = (token: string, bytes: number) => {
  const at = token.lastIndexOf('.') + 1;
  return (
    token.slice(0, at) + Buffer.from(token.slice(at), 'base64url').subarray(0, bytes).toString('base64url')
  );
};
const spki = (name: Parameters<typeof pairOf>[0]) => pemOf(pairOf(name).publicKey, 'spki');
const der = assemble({ alg: 'ES256' }, payload, (input) =>
  sign('sha256', Buffer.from(input), pairOf('p256').privateKey),
);
const certificate = certificateFor(
  { name: 'a', key: pairOf('rsa').publicKey },
  { name: 'a', key: pairOf('p256').privateKey },
);
const jwks = `{"keys":[${jwkText(pairOf('otherRsa').publicKey, { kid: 'one' })},${jwkText(pairOf('rsa').publicKey, { kid: 'two' })}]}`;

/** All that a window says of a token with this key, as codes of sentences. */
async function said(token: string, key: string, nowSeconds: number): Promise<readonly string[]> {
  const reading = readKeys(key);
  const keys = reading.ok ? reading.keys : [];
  const verdict = await verifySignature(readToken(token), keys);
  const { remedy } = verdict.state === 'verified' ? {} : await diagnose(readToken(token), [{ text: key }]);
  const certificates = keys.flatMap((each) =>
    each.certificate ? [certificateAt(each.certificate, nowSeconds)] : [],
  );
  return [
    ...('code' in verdict ? [`signature_${verdict.code}`] : []),
    ...(verdict.state === 'verified' ? [`chosen_${verdict.chosenBy}`] : []),
    ...(remedy ? [`doctor_${remedy.code}`] : []),
    ...certificates.map((state) => `certificate_${state}`),
  ].map((code) => code.replaceAll('-', '_'));
}

/** Every mix-up that people must be told of, each by a sentence of its own. */
test.each<[string, string, string, string, number?]>([
  ['key and algorithm do not go together', by('RS256', 'rsa'), longSecret, 'signature_needs_rsa'],
  ['a truncated signature of a secret', cut(hs(longSecret), 20), longSecret, 'doctor_signature_cut'],
  ['a truncated signature of a key', cut(by('RS256', 'rsa'), 200), spki('rsa'), 'signature_signature_length'],
  [
    'an altered part',
    hs(longSecret).replace(/\.[^.]+\./, `.${Buffer.from('{"sub":"a","b":1}').toString('base64url')}.`),
    longSecret,
    'doctor_altered_payload',
  ],
  ['the wrong curve', by('ES256', 'p256'), spki('p384'), 'signature_wrong_curve'],
  ['a key too short', by('RS256', 'shortRsa'), spki('shortRsa'), 'signature_key_too_short'],
  ['an expired certificate', by('RS256', 'rsa'), certificate, 'certificate_expired', 4e9],
  ['a certificate that is not valid yet', by('RS256', 'rsa'), certificate, 'certificate_not_yet_valid', 0],
  ['a PEM text used as an HMAC secret', hs(spki('rsa')), spki('rsa'), 'doctor_key_as_secret'],
  ['DER instead of the raw signature', der, spki('p256'), 'doctor_signature_der'],
  ['another kid of the JWKS', by('RS256', 'rsa', { kid: 'one' }), jwks, 'chosen_other_kid'],
  [
    'a payload that a proxy wrote anew',
    hs(longSecret).replace(/\.[^.]+\./, `.${Buffer.from('{"sub": "a"}').toString('base64url')}.`),
    longSecret,
    'doctor_payload_rewritten',
  ],
  [
    'another algorithm of the family',
    by('RS512', 'rsa').replace(/^[^.]+/, Buffer.from('{"alg":"RS256"}').toString('base64url')),
    spki('rsa'),
    'doctor_altered_header',
  ],
])('%s has its sentence', async (_what, token, key, code, nowSeconds = 1e9) => {
  const codes = await said(token, key, nowSeconds);
  expect(codes).toContain(code);
  expect(Object.keys(messages)).toContain(code);
});
