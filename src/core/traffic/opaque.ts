/**
 * The parameters of OAuth and OpenID Connect that hold a token (RFC 6749 section 5.1, RFC 8628 section 3.2, RFC 8693
 * section 2.1, RFC 7592 section 3, RFC 7009 section 2.1). What they hold need not be a JOSE token.
 */
export const opaqueKinds = [
  'access_token',
  'refresh_token',
  'id_token',
  'device_code',
  'subject_token',
  'actor_token',
  'registration_access_token',
  'token',
] as const;

export type OpaqueKind = (typeof opaqueKinds)[number];

/** Cheap test: whether a text can name one of these parameters at all. */
export const maySpeakOfTokens = (text: string) => /token|device_?code/i.test(text);

/** The parameter that a field of a form or a member of a JSON object is, whether written access_token or accessToken. */
export function opaqueKindOf(name: string): OpaqueKind | undefined {
  const plain = name.replace(/(?<=[a-z])[A-Z]/g, (letter) => `_${letter}`).toLowerCase();
  return opaqueKinds.find((kind) => kind === plain);
}

const shortest = 8;
const longest = 8_192;

/** What is written where a token is missing. */
const placeholder = /^(?:null|undefined|none|nil|true|false|nan|\[object.*|(.)\1+)$/i;

/** Whether a text can be an opaque token: characters that such tokens are made of, and no damaged JOSE token. */
export function isOpaqueToken(text: string): boolean {
  if (text.length < shortest || text.length > longest || !/^[\w.~+/=:|%!-]+$/.test(text)) return false;
  return !placeholder.test(text) && !/^e[yw][\w-]*\./.test(text);
}

/** The opaque token behind the scheme of an Authorization value (RFC 6750 section 2.1), and what stands around it. */
export function opaqueCredentials(
  value: string,
): { before: string; token: string; after: string } | undefined {
  const [, before, token, after] =
    /^(\s*(?:bearer|dpop|token|jwt)\s+"?)([^\s",]+)("?\s*)$/i.exec(value) ?? [];
  if (before === undefined || token === undefined || after === undefined) return undefined;
  return isOpaqueToken(token) ? { before, token, after } : undefined;
}
