import { joinBytes } from '../../key/joinBytes';
import type { Key } from '../../key/key';
import { encodeBase64url } from '../../token/base64url';
import { type Algorithm, algorithmsNamed } from '../../verify/algorithms';
import { rowFor } from './fitting';
import { type AskedHeader, readAskedHeader } from './header';
import { checkPayload, holdsLoneSurrogate } from './payload';
import { signatureOf } from './signers';
import { type Refused, refused, type Signing, type Warning } from './signing';

export type { Signing } from './signing';

export interface ToSign {
  /** JSON, signed byte for byte as it stands. */
  header: string;
  payload: string;
  key?: Key | undefined;
  /** True: a header that says "none" is meant, and the token gets an empty signature. */
  unsecured?: boolean | undefined;
}

const encoder = new TextEncoder();

/**
 * Makes a compact JWS (RFC 7515 section 7.1) of a header and payload, whose texts are used byte for byte. The header
 * names the algorithm; the key must fit it. Whatever stands in the way is a refusal with its reason.
 */
export async function signCompact({ header, payload, key, unsecured }: ToSign): Promise<Signing> {
  if (holdsLoneSurrogate(header)) return refused('lone-surrogate');
  const asked = readAskedHeader(header);
  if ('state' in asked) return asked;
  const remarks = checkPayload(payload, asked);
  if ('state' in remarks) return remarks;
  const input = signingInput(header, payload, asked);
  const warnings = [...asked.warnings, ...remarks];
  if (asked.alg.toLowerCase() === 'none')
    return unsecured ? unsecuredToken(input.text, asked.alg, warnings) : refused('unsecured-not-asked');
  const row = rowOf(asked.alg, key);
  if ('state' in row || !key) return 'state' in row ? row : refused('no-key', asked.alg);
  const signature = await signatureOf(key, row, input.bytes);
  if (!signature) return refused('key-refused', asked.alg);
  const token = `${input.text}.${encodeBase64url(signature)}`;
  return { state: 'signed', token, alg: asked.alg, key, warnings: [...warnings, ...weakness(row, key)] };
}

function rowOf(alg: string, key: Key | undefined): Algorithm | Refused {
  const rows = algorithmsNamed(alg);
  if (rows.length === 0) return refused('alg-unsupported', alg);
  return key ? rowFor(rows, key) : refused('no-key', alg);
}

/** RFC 7515 section 5.1 step 5, RFC 7797 section 3. */
function signingInput(header: string, payload: string, { encoded }: AskedHeader) {
  const start = `${encodeBase64url(encoder.encode(header))}.`;
  const content = encoder.encode(payload);
  if (!encoded) return { text: start + payload, bytes: joinBytes(encoder.encode(start), content) };
  const text = start + encodeBase64url(content);
  return { text, bytes: encoder.encode(text) };
}

/** RFC 7519 section 6.1. */
function unsecuredToken(input: string, alg: string, warnings: readonly Warning[]): Signing {
  const all = [...warnings, { code: 'unsecured', values: [] } as const];
  return { state: 'signed', token: `${input}.`, alg, warnings: all };
}

/** RFC 7518 sections 3.2 and 3.3: shorter keys work in many libraries, and are easy to guess or to factor. */
function weakness({ leastBits }: Algorithm, { kind, bits }: Key): readonly Warning[] {
  if (bits >= leastBits) return [];
  return [{ code: kind === 'secret' ? 'short-secret' : 'short-rsa', values: [`${bits}`, `${leastBits}`] }];
}
