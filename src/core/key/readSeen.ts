import { memberOf, readJson } from '../token/json';
import { publicJwkText } from './convert';
import type { Key } from './key';
import { readKeys } from './readKeys';
import { mayHoldKeys, type SeenInBody } from './seen';

const mostKeys = 50;
const longestAddress = 2_000;

/**
 * The public keys, written anew without whatever else the answer held, or the address where they are. A secret that is
 * sent about is no key that proves anything, and is left out, as is a private half. Undefined when there is nothing.
 */
export async function keysSeenIn(body: string): Promise<SeenInBody | undefined> {
  if (!mayHoldKeys(body)) return undefined;
  const { root, valid } = readJson(body, { maxNodes: 20_000 });
  if (!root || !valid) return undefined;
  const [issuer, jwksUri] = ['issuer', 'jwks_uri'].map((name) => {
    const node = memberOf(root, name);
    return node?.type === 'string' && node.value.length <= longestAddress ? node.value : undefined;
  });
  if (issuer !== undefined && jwksUri !== undefined) return { kind: 'discovery', issuer, jwksUri };
  const reading = memberOf(root, 'keys') ? readKeys(body, undefined, 'traffic') : undefined;
  return reading?.ok ? keysOnly(reading.keys) : undefined;
}

async function keysOnly(keys: readonly Key[]): Promise<SeenInBody | undefined> {
  const usable = keys.filter(({ kind, use }) => kind !== 'secret' && use !== 'enc').slice(0, mostKeys);
  const texts = (await Promise.all(usable.map(publicJwkText))).filter((text) => text !== undefined);
  return texts.length === 0 ? undefined : { kind: 'keys', text: `{"keys":[${texts.join(',')}]}` };
}
