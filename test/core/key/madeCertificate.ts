import { type KeyObject, sign } from 'node:crypto';
import { derTag } from '../../../src/core/key/der';
import { der, derBits, derInteger, derOid, derSequence } from '../../../src/core/key/derWriter';

const ecdsaWithSha256 = derSequence(derOid('1.2.840.10045.4.3.2'));

function nameOf(commonName: string): Uint8Array {
  const attribute = derSequence(derOid('2.5.4.3'), der(derTag.utf8String, Buffer.from(commonName)));
  const country = derSequence(derOid('2.5.4.6'), der(0x13, Buffer.from('CH')));
  return derSequence(der(derTag.set, country), der(derTag.set, attribute));
}

/** A certificate for `subject`, signed by `issuer`'s P-256 key, valid from 2001 (UTCTime) to 2051 (GeneralizedTime). */
export function certificateFor(
  subject: { name: string; key: KeyObject },
  issuer: { name: string; key: KeyObject },
): string {
  const validity = derSequence(
    der(derTag.utcTime, Buffer.from('010203040506Z')),
    der(derTag.generalizedTime, Buffer.from('20510203040506Z')),
  );
  const body = derSequence(
    der(derTag.context0, derInteger(Uint8Array.of(2))),
    derInteger(Uint8Array.of(1)),
    ecdsaWithSha256,
    nameOf(issuer.name),
    validity,
    nameOf(subject.name),
    subject.key.export({ format: 'der', type: 'spki' }),
  );
  const whole = derSequence(body, ecdsaWithSha256, derBits(sign('sha256', body, issuer.key)));
  const lines =
    Buffer.from(whole)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}
