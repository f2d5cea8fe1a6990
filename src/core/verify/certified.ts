import type { Certified, Key } from '../key/key';
import { encodeBase64url } from '../token/base64url';
import { type JsonNode, memberOf } from '../token/json';

/** How a token asks for the key of a certificate: by digests, base64url (RFC 7515 sections 4.1.7 and 4.1.8). */
export type AskedCertificate = Omit<Certified, 'der'>;

/** The better digest first: where both are given, it decides. */
const digests = [
  ['x5t#S256', 'SHA-256'],
  ['x5t', 'SHA-1'],
] as const;

/** What a header asks for; undefined where it speaks of no certificate. */
export function askedCertificate(header: JsonNode): AskedCertificate | undefined {
  const asked: AskedCertificate = {};
  for (const [name] of digests) {
    const node = memberOf(header, name);
    if (node?.type === 'string') asked[name] = node.value;
  }
  return Object.keys(asked).length > 0 ? asked : undefined;
}

/** True for the key whose certificate the token asks for. */
export async function isCertified(asked: AskedCertificate, { certified }: Key): Promise<boolean> {
  for (const [name, hash] of digests) {
    if (!certified || asked[name] === undefined) continue;
    const own = certified.der ? await digestOf(certified.der, hash) : certified[name];
    if (own !== undefined) return own === asked[name];
  }
  return false;
}

/** Those whose certificate the token asks for first, but what was only seen never before what the user gave. */
export async function certifiedFirst<T extends { key: Key }>(
  asked: AskedCertificate,
  candidates: readonly T[],
): Promise<readonly T[]> {
  const ranked = await Promise.all(
    candidates.map(async (candidate) => {
      const named = await isCertified(asked, candidate.key);
      return { candidate, rank: (candidate.key.source === 'yours' ? 0 : 2) + (named ? 0 : 1) };
    }),
  );
  return ranked.sort((one, other) => one.rank - other.rank).map(({ candidate }) => candidate);
}

async function digestOf(der: Uint8Array<ArrayBuffer>, hash: string): Promise<string> {
  return encodeBase64url(new Uint8Array(await crypto.subtle.digest(hash, der)));
}
