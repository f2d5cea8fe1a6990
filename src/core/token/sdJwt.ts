import { encodeBase64url } from './base64url';
import { type JsonNode, memberOf } from './json';
import { readForm } from './readForm';
import type { SdJwtFaultCode } from './sdJwt/faults';
import { type Disclosed, SdJwtUnfolding } from './sdJwt/unfolding';
import { type Fault, type Part, partOf, type Token } from './token';

/** One disclosure and where it belongs. */
export interface Disclosure {
  part: Part;
  /** Base64url of its hash, as it stands in the payload. */
  digest: string;
  /** Absent for an element of an array. */
  name?: string;
  /** The value, in the disclosure's JSON. */
  value?: JsonNode;
  /** Names and indexes from the root of the payload; absent when no digest of it is there. */
  path?: readonly (string | number)[];
}

export interface SdJwt {
  disclosures: readonly Disclosure[];
  /** The payload as the recipient sees it, as JSON text with every value as written; absent when it must be refused. */
  processed?: string;
  /** Digests without a disclosure: withheld, or decoys. */
  withheld: number;
  /** The JWT that binds it to the holder's key, if any. Its signature is not looked at here. */
  binding?: Token;
  faults: readonly Fault[];
}

/** Names of hashes (RFC 9901 section 4.1.1) that WebCrypto has. */
const hashes: Readonly<Record<string, string>> = {
  'sha-256': 'SHA-256',
  'sha-384': 'SHA-384',
  'sha-512': 'SHA-512',
};

/** Processes an SD-JWT as its recipient must (RFC 9901 section 7.1 and 7.3), signatures and times apart. */
export async function processSdJwt(token: Token): Promise<SdJwt> {
  const payload = partOf(token, 'payload');
  const faults: Fault[] = [];
  const hash = hashOf(payload);
  if (!hash || payload?.json?.type !== 'object') {
    faults.push(at(payload, hash ? 'sd-payload-not-object' : 'sd-hash-unknown'));
    return { disclosures: [], withheld: 0, faults };
  }
  const parts = token.parts.filter((part) => part.name === 'disclosure');
  const disclosed = await Promise.all(parts.map((part) => disclosedBy(token, part, hash)));
  const unfolding = new SdJwtUnfolding(payload, disclosed);
  const processed = unfolding.run();
  const binding = partOf(token, 'key-binding');
  const bound = binding && readForm(binding.text ?? '');
  if (binding && bound) faults.push(...(await bindingFaults(token, binding, bound, hash)));
  return {
    disclosures: disclosed.map(({ items: _items, ...disclosure }) => disclosure),
    withheld: unfolding.withheld,
    ...(bound && { binding: bound }),
    ...(unfolding.faults.length === 0 && { processed }),
    faults: [...unfolding.faults, ...faults],
  };
}

function hashOf(payload: Part | undefined): string | undefined {
  const named = memberOf(payload?.json, '_sd_alg');
  const name = named === undefined ? 'sha-256' : named.type === 'string' ? named.value : '';
  return Object.hasOwn(hashes, name) ? hashes[name] : undefined;
}

/** RFC 9901 section 4.2.3: the hash is that of the disclosure's base64url text. */
async function disclosedBy(token: Token, part: Part, hash: string): Promise<Disclosed> {
  const digest = await digestOf(token.text.slice(part.span.start, part.span.end), hash);
  const items = part.json?.type === 'array' ? part.json.items : [];
  const [, second, third] = items;
  if (items.length === 2 && second) return { part, digest, items, value: second };
  if (items.length !== 3 || second?.type !== 'string' || !third) return { part, digest, items };
  return { part, digest, items, name: second.value, value: third };
}

async function digestOf(text: string, hash: string): Promise<string> {
  return encodeBase64url(new Uint8Array(await crypto.subtle.digest(hash, new TextEncoder().encode(text))));
}

/** RFC 9901 section 4.3: what the key binding must say, and that it is about these very disclosures. */
async function bindingFaults(token: Token, part: Part, bound: Token, hash: string): Promise<Fault[]> {
  const header = partOf(bound, 'header')?.json;
  const claims = partOf(bound, 'payload')?.json;
  if (!bound.valid || !claims) return [at(part, 'sd-binding-unreadable')];
  const typ = memberOf(header, 'typ');
  const faults: Fault[] = [];
  if (typ?.type !== 'string' || typ.value.toLowerCase() !== 'kb+jwt')
    faults.push(at(part, 'sd-binding-type'));
  for (const name of ['iat', 'aud', 'nonce', 'sd_hash']) {
    if (!memberOf(claims, name)) faults.push(at(part, 'sd-binding-claim-missing', name));
  }
  const said = memberOf(claims, 'sd_hash');
  const presented = await digestOf(presentedText(token), hash);
  if (said && (said.type !== 'string' || said.value !== presented)) faults.push(at(part, 'sd-binding-hash'));
  return faults;
}

/** What the key binding hashes: everything up to and including the last tilde, also of a JSON serialization (section 8). */
function presentedText(token: Token): string {
  const written = (part: Part) => token.text.slice(part.span.start, part.span.end);
  const signed = ['header', 'payload', 'signature'] as const;
  const issued = signed.flatMap((name) => partOf(token, name) ?? []).map(written);
  const disclosures = token.parts.filter((part) => part.name === 'disclosure').map(written);
  return `${[issued.join('.'), ...disclosures].join('~')}~`;
}

function at(part: Part | undefined, code: SdJwtFaultCode, ...values: string[]): Fault {
  return {
    code,
    at: part?.span.start ?? 0,
    ...(part && { part: part.name }),
    ...(values.length > 0 && { values }),
  };
}
