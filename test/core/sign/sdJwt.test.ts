import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readKeys } from '../../../src/core/key/readKeys';
import { signCompact } from '../../../src/core/sign/jws/sign';
import { conceal, type Path } from '../../../src/core/sign/sdJwt/conceal';
import { issue as issueSigned } from '../../../src/core/sign/sdJwt/issue';
import { bind, present, withParents } from '../../../src/core/sign/sdJwt/present';
import { readToken } from '../../../src/core/token/read';
import { processSdJwt } from '../../../src/core/token/sdJwt';
import { pairOf, pemOf } from '../key/madeKeys';

const claims =
  '{ "iss":"i", "name":"Al\\u0069ce", "n": ["US", 1.0, "FR"],\n "address": {"street":"x", "geo":{"lat":39.70}} }';

const key = (() => {
  const reading = readKeys(pemOf(pairOf('p256').privateKey, 'pkcs8'));
  return reading.ok ? reading.keys[0] : undefined;
})();

async function issue(payload: string, paths: readonly Path[]): Promise<string> {
  const concealed = await conceal(payload, paths);
  if (!concealed.ok) throw new Error(concealed.code);
  const header = '{"alg":"ES256","typ":"dc+sd-jwt"}';
  const signing = await signCompact({ header, payload: concealed.payload, key });
  if (signing.state !== 'signed') throw new Error(signing.code);
  return `${[signing.token, ...concealed.disclosures].join('~')}~`;
}

const processed = (text: string) => processSdJwt(readToken(text));

/** The text of every part but the signature, for what must not be there. */
const issuedText = (text: string) => Buffer.from(text.split('.')[1] ?? '', 'base64url').toString();

describe('selectively disclosable claims', () => {
  it('are not in the payload, and are all there when all is shown, as written', async () => {
    const text = await issue(claims, [['name'], ['n', 0], ['n', 2], ['address', 'geo'], ['address']]);
    expect(issuedText(text)).not.toMatch(/Al\\u0069ce|"(?:US|FR|lat|street|address)"/);
    expect(issuedText(text)).toContain('"iss":"i"');
    const result = await processed(text);
    expect(result.faults).toEqual([]);
    expect(result.withheld).toBe(0);
    expect(JSON.parse(result.processed ?? '')).toEqual(JSON.parse(claims));
    expect(result.processed).toMatch(/"Al\\u0069ce"[\s\S]*39\.70|39\.70[\s\S]*"Al\\u0069ce"/);
    expect(result.processed).toContain('1.0');
  });

  it('leave every other byte of the payload', async () => {
    const concealed = await conceal(claims, [['name']]);
    expect(concealed.ok && concealed.payload).toMatch(
      /^\{ "iss":"i", "n": \["US", 1\.0, "FR"\],\n "address": \{"street":"x", "geo":\{"lat":39\.70\}\},\n "_sd": \["[\w-]{43}"\],\n "_sd_alg": "sha-256" \}$/,
    );
  });

  it('come back whole, whatever is chosen', async () => {
    const leaf = fc.oneof(fc.integer(), fc.string(), fc.boolean(), fc.constant(null));
    const name = fc.stringMatching(/^[a-z]{1,3}$/);
    const tree = fc.dictionary(
      name,
      fc.oneof(leaf, fc.array(leaf, { maxLength: 4 }), fc.dictionary(name, leaf, { maxKeys: 3 })),
      { minKeys: 1, maxKeys: 5 },
    );
    await fc.assert(
      fc.asyncProperty(tree, fc.infiniteStream(fc.boolean()), async (value, flips) => {
        const paths = pathsOf(value).filter(() => flips.next().value);
        const result = await processed(await issue(JSON.stringify(value), paths));
        expect(result.faults).toEqual([]);
        expect(result.disclosures).toHaveLength(paths.length);
        expect(JSON.parse(result.processed ?? '')).toEqual(value);
      }),
      { numRuns: 60 },
    );
  });

  it('have digests in an order that tells nothing', async () => {
    const text = await issue('{"a":1,"b":2,"c":3,"d":4}', [['a'], ['b'], ['c'], ['d']]);
    const digests = (JSON.parse(issuedText(text)) as { _sd: string[] })._sd;
    expect(digests).toEqual([...digests].sort());
  });

  // biome-ignore format: a table
  it.each<[payload: string, paths: readonly Path[], code: string]>([
    ['{"a":', [['a']], 'not-json'],
    ['[1]', [['a']], 'not-object'],
    ['{"a":1}', [['b']], 'no-such-claim'],
    ['{"a":1}', [['a', 'b']], 'no-such-claim'],
    ['{"a":[1]}', [['a', 3]], 'no-such-claim'],
    ['{"_sd":[]}', [['_sd']], 'name-forbidden'],
  ])('%s: %j', async (payload, paths, code) => {
    expect(await conceal(payload, paths)).toMatchObject({ ok: false, code });
  });

  it('without a choice nothing changes', async () => {
    expect(await conceal(claims, [])).toEqual({ ok: true, payload: claims, disclosures: [] });
  });
});

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [];
  const entries: [string | number, unknown][] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value);
  return entries.flatMap(([name, inner]) => [[...path, name], ...pathsOf(inner, [...path, name])]);
}

describe('presenting some of the disclosures', () => {
  it('shows those and no others, and drops the key binding', async () => {
    const text = await issue(claims, [['name'], ['n', 0]]);
    const { disclosures } = await processed(text);
    const at = disclosures.findIndex(({ name }) => name === 'name');
    const shown = present(`${text}eyJ.eyJ.x`, new Set([at]));
    const result = await processed(shown);
    expect(result.withheld).toBe(1);
    expect(JSON.parse(result.processed ?? '')).toMatchObject({ name: 'Alice', n: [1, 'FR'] });
    expect(shown.endsWith('~')).toBe(true);
    expect(present(text, new Set([0, 1]))).toBe(text);
  });

  it('takes along what a chosen one stands in', async () => {
    const text = await issue(claims, [['address', 'geo'], ['address'], ['name']]);
    const { disclosures } = await processed(text);
    const index = (name: string) => disclosures.findIndex((each) => each.name === name);
    const chosen = withParents(disclosures, new Set([index('geo')]));
    expect([...chosen].sort()).toEqual([index('geo'), index('address')].sort());
    expect((await processed(present(text, chosen))).faults).toEqual([]);
  });

  it('can be bound to the holder’s key', async () => {
    const text = await issue(claims, [['name']]);
    const binding = { aud: 'https://verifier.example', nonce: 'n', iat: 1_800_000_000 };
    const bound = key && (await bind(text, binding, 'ES256', key));
    const result = await processed(bound?.state === 'signed' ? bound.token : '');
    expect(result.faults).toEqual([]);
    expect(result.binding?.valid).toBe(true);
  });
});

describe('issuing', () => {
  const header = '{"alg":"ES256"}';

  it('signs a plain token where nothing is chosen', async () => {
    const signing = await issueSigned({ header, payload: claims, key }, []);
    expect(signing.state === 'signed' && signing.token).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
  });

  it('signs an SD-JWT where something is', async () => {
    const signing = await issueSigned({ header, payload: claims, key }, [['name'], ['n', 0]]);
    const result = await processed(signing.state === 'signed' ? signing.token : '');
    expect(result).toMatchObject({ faults: [], withheld: 0 });
    expect(result.disclosures).toHaveLength(2);
  });

  // biome-ignore format: a table
  it.each<[payload: string, code: string]>([
    ['{"a":', 'payload-json'], ['[1]', 'payload-not-object'], ['{}', 'no-such-claim'],
  ])('%s: %s', async (payload, code) => {
    expect(await issueSigned({ header, payload, key }, [['name']])).toMatchObject({ state: 'refused', code });
  });

  it('refuses what cannot be concealed, and what cannot be signed', async () => {
    const forbidden = await issueSigned({ header, payload: '{"_sd":[]}', key }, [['_sd']]);
    expect(forbidden).toMatchObject({ state: 'refused', code: 'name-forbidden' });
    const keyless = await issueSigned({ header, payload: claims }, [['name']]);
    expect(keyless).toMatchObject({ state: 'refused', code: 'no-key' });
  });
});
