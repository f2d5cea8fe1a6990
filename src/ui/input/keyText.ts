import type { Key } from '../../core/key/key';
import type { Language } from '../language';

/** A key in a few words: "RSA key of 2,048 bits", "Elliptic curve key on P-256". */
export function keyText(key: Key, language: Language): string {
  return language.code('key_kind', key.kind, [language.number(key.bits), key.curve ?? key.alg ?? '']);
}
