import { decodeBase64url } from '../token/base64url';
import type { Times } from '../token/lifetime';
import { readTimes } from '../token/lifetime';

/** What a compact token says of itself, as far as telling tokens apart needs it. Both empty for a text that is none. */
export interface Said {
  header: Readonly<Record<string, unknown>>;
  claims: Readonly<Record<string, unknown>>;
}

const nothing: Said = { header: {}, claims: {} };

/** So many tokens are remembered, as each is asked about several times in a row. */
const MOST_REMEMBERED = 2_000;
const remembered = new Map<string, Said>();

/** What a compact JWS says. Never throws. */
export function saidBy(token: string): Said {
  const known = remembered.get(token);
  if (known) return known;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  const said = read(token);
  remembered.set(token, said);
  return said;
}

/** Reads header and payload of a compact JWS with the platform's JSON. Never throws. */
function read(token: string): Said {
  const [header, payload, signature] = token.split('.');
  if (payload === undefined || signature === undefined) return nothing;
  return { header: objectIn(header ?? ''), claims: objectIn(payload) };
}

/** The times that a token claims for itself. */
export function claimedTimes(token: string): Times {
  const { claims } = saidBy(token);
  return readTimes((name) => claims[name]);
}

const text = new TextDecoder();

function objectIn(encoded: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text.decode(decodeBase64url(encoded).bytes));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
  } catch {
    return {};
  }
}
