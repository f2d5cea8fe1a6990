import type { FoundKey } from './asn1Key';
import { decodeStrict } from './base64';
import { curves } from './curves';
import {
  good,
  type Key,
  type KeyKind,
  type KeyMaterial,
  type KeyNote,
  type KeySource,
  type Read,
} from './key';
import { type Measured, measure } from './material';
import { isRoca } from './roca';

/** What a key's surroundings add to it: a JWK's other members, a certificate's names. */
export type Extras = Partial<
  Pick<Key, 'label' | 'kid' | 'alg' | 'use' | 'keyOps' | 'certificate' | 'certified'>
>;

/** RFC 7518 section 3.3: RSA keys below this are not used with JOSE. */
export const shortestRsaBits = 2048;

const kindOf: Readonly<Record<'EC' | 'OKP' | 'AKP', KeyKind>> = { EC: 'ec', OKP: 'okp', AKP: 'akp' };

/** Measures what was found and says what is worth noting about it. */
export function buildKey(found: FoundKey, source: KeySource, extras: Extras = {}): Read<Key> {
  const measured = measureFound(found.material);
  if (!measured.ok) return measured;
  const { kind, bits, curve } = measured.value;
  return good({
    kind,
    format: found.format,
    source,
    ...extras,
    bits,
    ...(curve !== undefined && { curve }),
    ...(found.onlyPss && { onlyPss: true }),
    private: found.private,
    notes: notesOf(found, kind, bits),
    material: found.material,
  });
}

function measureFound(material: KeyMaterial): Read<Measured> {
  if (material.type === 'jwk') return measure(material.jwk);
  if (material.type === 'bytes') return good({ kind: 'secret', bits: 8 * material.bytes.length });
  const { kty, curve, seed } = material;
  return good({ kind: kindOf[kty], bits: curves[curve]?.bits ?? 8 * seed.length, curve });
}

function notesOf(
  { material, private: isPrivate }: FoundKey,
  kind: KeyKind,
  bits: number,
): readonly KeyNote[] {
  const notes: KeyNote[] = [];
  const n = material.type === 'jwk' ? decodeStrict(material.jwk.n ?? '') : undefined;
  if (isPrivate) notes.push({ code: 'private-key' });
  if (kind === 'rsa' && bits < shortestRsaBits)
    notes.push({ code: 'short-rsa', values: [`${bits}`, `${shortestRsaBits}`] });
  if (kind === 'rsa' && n && isRoca(n)) notes.push({ code: 'roca' });
  return notes;
}
