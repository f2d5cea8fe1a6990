import type { Key } from '../../key/key';
import { encodeBase64url } from '../../token/base64url';
import type { Disclosure } from '../../token/sdJwt';
import { type Signing, signCompact } from '../jws/sign';

/**
 * An SD-JWT that shows only the disclosures at these indexes, in the order in which they stand (RFC 9901 section 4).
 * A key binding is left out, because it is about all that was shown with it (section 4.3).
 */
export function present(text: string, chosen: ReadonlySet<number>): string {
  const [issued = '', ...rest] = text.split('~');
  const shown = rest.slice(0, -1).filter((_each, index) => chosen.has(index));
  return [issued, ...shown, ''].join('~');
}

/** The chosen disclosures and those that they stand in: one is of no use without the other (RFC 9901 section 7.1). */
export function withParents(
  disclosures: readonly Disclosure[],
  chosen: ReadonlySet<number>,
): ReadonlySet<number> {
  const holds = (outer: Disclosure, inner: Disclosure) =>
    outer.path !== undefined &&
    inner.path !== undefined &&
    outer.path.length < inner.path.length &&
    outer.path.every((step, at) => step === inner.path?.[at]);
  return new Set(
    disclosures.flatMap((outer, index) =>
      chosen.has(index) || disclosures.some((inner, at) => chosen.has(at) && holds(outer, inner))
        ? [index]
        : [],
    ),
  );
}

export interface Binding {
  aud: string;
  nonce: string;
  /** Seconds since the epoch. */
  iat: number;
}

/** Binds a presentation to the holder's key (RFC 9901 section 4.3): `presented` ends with a tilde. */
export async function bind(presented: string, binding: Binding, alg: string, key: Key): Promise<Signing> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(presented));
  const header = JSON.stringify({ alg, typ: 'kb+jwt' });
  const payload = JSON.stringify({ ...binding, sd_hash: encodeBase64url(new Uint8Array(hash)) });
  const signing = await signCompact({ header, payload, key });
  return signing.state === 'signed' ? { ...signing, token: presented + signing.token } : signing;
}
