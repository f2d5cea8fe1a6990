import { privatePem, publicJwkText, publicPem, wholeJwkText } from '../key/convert';
import type { Key } from '../key/key';

/** A form in which a key can be taken along. */
export const exportForms = ['secret', 'pkcs8', 'spki', 'jwk', 'public-jwk', 'jwks'] as const;
export type ExportForm = (typeof exportForms)[number];

export interface Exported {
  form: ExportForm;
  text: string;
  /** True when whoever has it can sign. */
  private: boolean;
}

/** A key in every form that it has. A secret's text is what it was read from. */
export async function exportsOf(given: Key, secretText?: string): Promise<readonly Exported[]> {
  const key = withAlgorithm(given);
  const isPrivate = key.kind === 'secret' || key.private;
  const [pkcs8, spki, whole, half] = await Promise.all([
    privatePem(key),
    publicPem(key),
    isPrivate ? wholeJwkText(key) : undefined,
    publicJwkText(key),
  ]);
  const jwks = half && jwksText([half]);
  const found: readonly [ExportForm, string | undefined, boolean][] = [
    ['secret', key.kind === 'secret' ? secretText : undefined, true],
    ['pkcs8', pkcs8, true],
    ['spki', spki, false],
    ['jwk', whole, true],
    ['public-jwk', half, false],
    ['jwks', jwks, false],
  ];
  return found.flatMap(([form, text, secret]) => (text ? [{ form, text, private: secret }] : []));
}

/** A set of keys (RFC 7517 section 5) of JWK texts. */
export function jwksText(jwks: readonly string[]): string {
  return JSON.stringify({ keys: jwks.map((text) => JSON.parse(text) as object) }, null, 2);
}

/** A JWK of the type AKP says its parameter set in `alg`, which a key out of PEM does not have as a member. */
export function withAlgorithm(key: Key): Key {
  return key.kind === 'akp' && key.curve !== undefined ? { ...key, alg: key.curve } : key;
}
