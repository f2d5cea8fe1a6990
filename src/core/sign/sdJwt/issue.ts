import { type Signing, signCompact, type ToSign } from '../jws/sign';
import { type RefusalCode, refused } from '../jws/signing';
import { type Concealed, conceal, type Path } from './conceal';

/** What keeps claims from being concealed, as a reason for not signing. */
const reasons: Readonly<Partial<Record<Extract<Concealed, { ok: false }>['code'], RefusalCode>>> = {
  'not-object': 'payload-not-object',
  'too-many': 'payload-not-object',
  'no-such-claim': 'no-such-claim',
  'name-forbidden': 'name-forbidden',
};

/** Signs a token whose claims at these paths can be disclosed selectively (RFC 9901); without paths a plain one. */
export async function issue(toSign: ToSign, paths: readonly Path[]): Promise<Signing> {
  if (paths.length === 0) return signCompact(toSign);
  const concealed = await conceal(toSign.payload, paths);
  if (!concealed.ok) {
    const code = reasons[concealed.code];
    return code ? refused(code, ...concealed.values) : signCompact(toSign);
  }
  const signing = await signCompact({ ...toSign, payload: concealed.payload });
  if (signing.state !== 'signed') return signing;
  return { ...signing, token: `${[signing.token, ...concealed.disclosures].join('~')}~` };
}
