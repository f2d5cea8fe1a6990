import type { Key } from '../../key/key';
import { partOf, type Token } from '../../token/token';
import { algorithmsNamed, fitsKind } from '../algorithms';
import { isCanonical } from '../canonical';
import { checkerOf } from '../checkers';

/** How the library is called. Whatever is absent is not passed. */
export interface LibrarySettings {
  algorithms?: readonly string[];
  audience?: string;
  issuer?: string;
  leewaySeconds?: number;
}

/** Everything that decides what a library says of a token. */
export interface Situation {
  text: string;
  header: Readonly<Record<string, unknown>>;
  /** As JSON.parse gives it; absent where the payload is no JSON. */
  payload: unknown;
  signatureBytes: number;
  key: Key;
  /** True when the key, used with the header's algorithm, makes this signature. */
  matches: boolean;
  settings: LibrarySettings;
  nowSeconds: number;
}

/**
 * Gathers what decides; undefined for a token whose text is not exact, where each library errs in its own way and
 * nothing is foretold.
 */
export async function situationOf(
  token: Token,
  key: Key,
  settings: LibrarySettings,
  nowSeconds: number,
): Promise<Situation | undefined> {
  const segments = token.text.split('.');
  const header = plainObject(partOf(token, 'header')?.text);
  const payload = parsed(partOf(token, 'payload')?.text);
  const signature = partOf(token, 'signature')?.bytes;
  const exact = token.form === 'jws-compact' && segments.length === 3 && segments.every(isCanonical);
  if (!exact || !header || !signature || segments[1] === '' || payload === undefined) return undefined;
  // jsonwebtoken reads a text that holds JSON once more.
  if (typeof payload === 'string') return undefined;
  if (header.b64 !== undefined || !hasFiniteTimes(payload)) return undefined;
  const input = new TextEncoder().encode(token.text.slice(0, token.text.lastIndexOf('.')));
  const matches = await makes(key, header.alg, signature, input);
  return {
    text: token.text,
    header,
    payload,
    signatureBytes: signature.length,
    key,
    matches,
    settings,
    nowSeconds,
  };
}

async function makes(
  key: Key,
  alg: unknown,
  signature: Uint8Array<ArrayBuffer>,
  input: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const row = algorithmsNamed(`${alg}`).find((each) => fitsKind(each, key));
  if (!row || signature.length !== (row.signatureBytes ?? Math.ceil(key.bits / 8))) return false;
  const check = await checkerOf(key, row);
  return check ? check(signature, input) : false;
}

function plainObject(text: string | undefined): Record<string, unknown> | undefined {
  const value = parsed(text);
  return isObject(value) ? value : undefined;
}

/** True for a JSON object. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A number beyond all bounds becomes Infinity, with which each language does something else. */
function hasFiniteTimes(payload: unknown): boolean {
  const times = isObject(payload) ? [payload.exp, payload.nbf, payload.iat] : [];
  return times.every((time) => typeof time !== 'number' || Number.isFinite(time));
}

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
