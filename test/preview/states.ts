import { CompactEncrypt } from 'jose';
import type { Override } from '../../src/core/override';
import { encodeBase64url } from '../../src/core/token/base64url';
import type { Capture } from '../../src/core/traffic/exchange';
import { bytes, detached, nestedToken, sdJwt, twoSignatures, unencoded, zipped } from './forms';
import { encryptedLook, signAlikeRs256, signHs256 } from './signing';
import { exchangeWith, type fakeSurroundings, PREVIEW_NOW_MS } from './surroundings';
import { lineages, refusals } from './times';

type Given = NonNullable<Parameters<typeof fakeSurroundings>[0]>;

const now = Math.floor(PREVIEW_NOW_MS / 1000);
const secret = 'your-secret-key';
const strongSecret = 'kX9-plum-orbit-7c41b2e6-vellum-quartz-5530';

const guide = (username: string, expiresIn: number) => ({ user_id: 123, username, exp: now + expiresIn });

const accessClaims = {
  iss: 'https://login.acme.test/',
  sub: 'auth0|5f7c8ec7c33c6c004bbafe82',
  aud: ['https://api.acme.test', 'https://acme.test/userinfo'],
  iat: now - 480,
  exp: now + 3120,
  scope: 'openid profile email read:orders write:orders',
  roles: ['admin', 'editor', 'billing'],
  address: { street: '1 Main Street', city: 'Springfield', geo: { lat: 39.7817, lon: -89.6501 } },
};

async function many(): Promise<Given> {
  const [john, mallory, old, service] = await Promise.all([
    signHs256(guide('john_doe', 252), secret),
    signHs256(guide('mallory', 3480), 'another-key'),
    signHs256(guide('john_doe', -180), secret),
    signAlikeRs256({ ...accessClaims, sub: 'svc-batch' }, '2026-11-a'),
  ]);
  const alice = await signHs256(
    { sub: 'alice@acme.test', iat: now - 100, nbf: now + 60, exp: now + 720 },
    secret,
  );
  const forever = await signHs256({ sub: 'device-7f3a', role: 'sensor' }, strongSecret);
  const encrypted = encryptedLook();
  const api = 'https://api.acme.test';
  return {
    key: secret,
    selected: john,
    exchanges: [
      exchangeWith(forever, {
        url: `${api}/v2/telemetry`,
        method: 'POST',
        before: 'Bearer ',
        startedMs: PREVIEW_NOW_MS - 900_000,
      }),
      exchangeWith(encrypted, {
        url: `${api}/session`,
        before: 'Bearer ',
        startedMs: PREVIEW_NOW_MS - 800_000,
      }),
      exchangeWith(alice, {
        url: `${api}/orders?limit=50`,
        before: 'DPoP ',
        startedMs: PREVIEW_NOW_MS - 700_000,
      }),
      exchangeWith(old, { status: 401, startedMs: PREVIEW_NOW_MS - 400_000 }),
      exchangeWith(mallory, { status: 401, before: 'Bearer ', startedMs: PREVIEW_NOW_MS - 300_000 }),
      exchangeWith(service.token, {
        url: `${api}/batch`,
        before: 'Bearer ',
        startedMs: PREVIEW_NOW_MS - 200_000,
      }),
      exchangeWith(john, { startedMs: PREVIEW_NOW_MS - 150_000 }),
      exchangeWith(john, {
        startedMs: PREVIEW_NOW_MS - 90_000,
        before: 'Bearer ',
        status: 401,
        url: 'http://127.0.0.1:5000/orders/2026/11?customer=77',
      }),
      exchangeWith(john, { startedMs: PREVIEW_NOW_MS - 20_000 }),
    ],
    coverage: [{ code: 'devtools-late', mend: 'reload' }],
  };
}

const override: Override = {
  tabId: 1,
  origin: 'http://127.0.0.1:5000',
  initiators: ['http://127.0.0.1:5000'],
  target: { place: 'request-header', name: 'authorization' },
  action: 'replace',
  value: 'x',
};

/** The user's token goes out in this tab, and a cookie of another tab waits for its first request. */
function overridden(given: Given): Given {
  const exchanges = (given.exchanges ?? []).map((exchange, at) => ({ ...exchange, id: `w:${at}` }));
  const before = `Bearer ${exchanges[4]?.captures[0]?.token}`;
  const other: Override = {
    ...override,
    tabId: 2,
    origin: 'https://api.acme.test',
    target: { place: 'request-cookie', name: 'session' },
  };
  return {
    ...given,
    exchanges,
    overrides: { on: [override, other] },
    overrideNotes: { texts: [before], requests: { w6: 0, w7: -2, w8: -1 } },
  };
}

function overrideRefused(given: Given): Given {
  return {
    ...given,
    unfolded: ['Try it on live traffic'],
    overrides: { on: [], refused: { code: 'no-host-access', override, atMs: PREVIEW_NOW_MS } },
  };
}

async function one(expiresIn: number, key = ''): Promise<Given> {
  return { key, exchanges: [exchangeWith(await signHs256(guide('john_doe', expiresIn), secret))] };
}

async function pasted(payload: string | object, key = secret): Promise<Given> {
  return { key, paste: await signHs256(payload, secret) };
}

/** Of a token that is looked at for what is in it. */
async function contents(given: Given | Promise<Given>): Promise<Given> {
  return { ...(await given), lookedAt: '.parts' };
}

const fiftyClaims = Object.fromEntries(
  Array.from({ length: 50 }, (_, at) => [
    `claim_${at + 1}`,
    at % 3 === 0 ? { level: at, tags: ['a', 'b'] } : `value ${at}`,
  ]),
);

const hugeClaims = {
  sub: 'a-very-long-subject-that-no-line-can-hold/'.repeat(6),
  exp: now + 3000,
  permissions: Array.from({ length: 400 }, (_, at) => `orders:region-${at}:read`),
  note: 'Lorem ipsum dolor sit amet. '.repeat(200),
};

async function cut(): Promise<Given> {
  return { paste: (await signHs256(guide('john_doe', 252), secret)).slice(0, 90) };
}

async function captured200(): Promise<Given> {
  const tokens = Array.from({ length: 200 }, (_, at) => signHs256(guide(`user ${at + 1}`, 60 * at), secret));
  const exchanges = (await Promise.all(tokens)).map((token, at) =>
    exchangeWith(token, { before: 'Bearer ', startedMs: PREVIEW_NOW_MS - 1_000 * (200 - at) }),
  );
  return { key: secret, exchanges };
}

/** A signed token within an encrypted one, with the key that opens it in the box and the other one kept. */
async function decrypted(): Promise<Given> {
  const bytes = new TextEncoder().encode('0123456789abcdef0123456789abcdef');
  const signed = new TextEncoder().encode(await signHs256(accessClaims, strongSecret));
  const sealed = new CompactEncrypt(signed).setProtectedHeader({ alg: 'dir', enc: 'A256GCM', cty: 'JWT' });
  sealed.setInitializationVector(bytes.slice(0, 12));
  const key = JSON.stringify({ kty: 'oct', k: encodeBase64url(bytes) });
  return { paste: await sealed.encrypt(bytes), key, keyring: [{ name: 'signing key', text: strongSecret }] };
}

/** Two access tokens of one session: the second has other roles, another lifetime, and its members in another order. */
async function refreshed(): Promise<Given> {
  const [before, after] = await Promise.all([
    signHs256(accessClaims, secret),
    signHs256(
      {
        sub: accessClaims.sub,
        iss: accessClaims.iss,
        aud: accessClaims.aud,
        iat: now - 20,
        exp: now + 3580,
        scope: 'openid profile read:orders admin:orders',
        roles: ['billing', 'admin', 'auditor'],
        address: { ...accessClaims.address, geo: { lat: 39.7817, lon: -89.65 } },
        tenant: 12,
      },
      secret,
      { typ: 'at+jwt', alg: 'HS256', kid: '2026-11-b' },
    ),
  ]);
  return {
    key: secret,
    exchanges: [
      exchangeWith(before, { before: 'Bearer ', startedMs: PREVIEW_NOW_MS - 480_000 }),
      exchangeWith(after, { before: 'Bearer ', startedMs: PREVIEW_NOW_MS - 20_000 }),
    ],
  };
}

const opaque = async (): Promise<Given> => {
  const access = await signHs256(guide('john_doe', 900), secret);
  const answer = (name: string, token: string, kind?: 'refresh_token') => ({
    carrier: { place: 'response-body' as const, name },
    before: '',
    token,
    after: '',
    ...(kind && { opaque: kind }),
  });
  const refresh = 'tGzv3JOkF0XG5Qx2TlKWIA-9f86d081';
  return {
    selected: refresh,
    exchanges: [
      exchangeWith(access, {
        url: 'http://127.0.0.1:5000/oauth/token',
        method: 'POST',
        captures: [answer('$.access_token', access), answer('$.refresh_token', refresh, 'refresh_token')],
      }),
    ],
  };
};

const notSeen: Given = {
  coverage: [
    { code: 'called-unseen', values: ['https://api.acme.test'], mend: 'allowSite' },
    { code: 'restarted', values: [String(PREVIEW_NOW_MS - 60_000)] },
  ],
  feeds: {
    engine: 'chromium',
    origin: 'http://127.0.0.1:5000',
    allowed: false,
    allAllowed: false,
    captured: true,
    hidden: false,
    calledUnseen: [],
    recording: true,
    devtoolsSinceMs: PREVIEW_NOW_MS - 600_000,
    dropped: 0,
    canLook: true,
  },
};

/** A token that has been where it should not be. */
async function exposure(): Promise<Given> {
  const token = await signHs256(guide('john_doe', 252), secret);
  const at = (place: Capture['carrier']['place'], name: string, after = ''): readonly Capture[] => [
    { carrier: { place, name }, before: '', token, after },
  ];
  const initiator = 'https://app.acme.test';
  return {
    unfolded: ['Where it has been'],
    exchanges: [
      exchangeWith(token, {
        url: 'https://api.acme.test/login',
        captures: at('set-cookie', 'sid', '; Path=/'),
      }),
      exchangeWith(token, { url: 'https://api.acme.test/orders', initiator, before: 'Bearer ' }),
      exchangeWith(token, {
        url: 'http://metrics.tracker.example/collect?t=1',
        initiator,
        captures: at('url-query', 'session'),
      }),
      exchangeWith(token, { url: 'https://app.acme.test/', captures: at('local-storage', 'id_token') }),
    ],
  };
}

/** A recording of Chrome's, without what it leaves out, and with something in it that cannot be read. */
async function recorded(): Promise<Given> {
  const token = await signHs256(guide('john_doe', 252), secret);
  const entry = {
    startedDateTime: new Date(PREVIEW_NOW_MS - 60_000).toISOString(),
    time: 12,
    request: { method: 'GET', url: `https://api.acme.test/orders?access_token=${token}`, headers: [] },
    response: { status: 200, headers: [], content: { text: '{}' } },
  };
  const creator = { name: 'WebInspector', version: '537.36' };
  const text = JSON.stringify({ log: { creator, entries: [entry, { ...entry, request: {} }, null] } });
  return { key: secret, file: { name: 'api.acme.test.har', text } };
}

/** What the traffic told of the keys of an issuer: where they are, and a set that fits. */
async function seenKeys(): Promise<Given> {
  const { token, jwk } = await signAlikeRs256(accessClaims, '2026-11-a');
  const where = { tabId: 1, atMs: PREVIEW_NOW_MS };
  return {
    exchanges: [exchangeWith(token, { url: 'https://api.acme.test/orders' })],
    key: '',
    vault: 'none',
    seen: [
      {
        kind: 'keys',
        text: `{"keys":[${jwk}]}`,
        url: 'https://login.acme.test/.well-known/jwks.json',
        ...where,
      },
    ],
  };
}

/** A token that brings a key along and points at another, under a kept key that is bound to one origin. */
async function carriedKey(): Promise<Given> {
  const { token, jwk } = await signAlikeRs256(accessClaims, '2026-11-a');
  const header = { alg: 'HS256', jwk: JSON.parse(jwk), jku: 'https://login.acme.test/keys' };
  return {
    exchanges: [
      exchangeWith(token, { url: 'https://api.acme.test/orders' }),
      exchangeWith(await signHs256(accessClaims, strongSecret, header), { url: 'https://api.acme.test/me' }),
    ],
    vault: 'open',
    keyring: [
      { name: 'api', text: strongSecret, origin: 'https://api.acme.test' },
      { name: 'login.acme.test', text: jwk, seenAt: 'https://login.acme.test/.well-known/jwks.json' },
    ],
  };
}

/** The preview's states by name: `?state=...`. */
export const states: Readonly<Record<string, () => Given | Promise<Given>>> = {
  empty: () => ({}),
  new: () => ({ isNew: true, coverage: [{ code: 'no-permission', mend: 'allowSite' }] }),
  'new-captured': async () => ({ ...(await many()), isNew: true }),
  news: async () => ({ ...(await many()), news: '0.1.0' }),
  help: async () => ({ ...(await many()), pressed: 'Help' }),
  settings: async () => ({ ...(await many()), pressed: 'Settings', mutedFindings: [{ rule: 'no-expiry' }] }),
  explained: async () => ({ ...(await many()), pressed: 'Trust' }),
  'not-seen': async () => ({ ...(await many()), ...notSeen, ...(await opaque()) }),
  'no-permission': () => ({ coverage: [{ code: 'no-permission', mend: 'allowSite' }] }),
  paused: () => ({ recording: false, coverage: [{ code: 'paused', mend: 'record' }] }),
  'no-page': () => ({ noPage: true }),
  one: () => one(3480),
  many,
  captured200,
  expiring: () => one(130, secret),
  expired: () => one(-7_300, secret),
  'wrong-key': () => one(3480, 'not-the-secret'),
  doctor: () => one(3480, `"${secret}"`),
  keyring: async () => ({
    ...(await many()),
    key: 'another-key',
    keyring: [
      { name: 'flask secret', text: secret },
      { name: 'a name that is much longer than there is any room for in this list', text: strongSecret },
    ],
  }),
  expectations: async () => ({
    ...(await many()),
    expectations: { '*': { audiences: ['https://orders.acme.test'], algorithms: ['RS256', 'ES256'] } },
  }),
  code: async () => ({ ...(await many()), unfolded: ['Code'] }),
  'try-it': async () => ({ ...(await many()), unfolded: ['Try it on live traffic'] }),
  overridden: async () => overridden(await many()),
  'override-refused': async () => overrideRefused(await many()),
  workbench: async () => ({ ...(await many()), view: 'workbench' }),
  'workbench-new': () => ({ view: 'workbench' }),
  'workbench-broken': async () => ({
    ...(await one(252, secret)),
    view: 'workbench',
    workbench: {
      header: '{"alg":"RS256"}',
      payload: '{\n  "user_id": 123,\n  "username": john_doe,\n  \'admin\': true,\n}',
    },
  }),
  compare: async () => ({ ...(await refreshed()), view: 'compare' }),
  'compare-one': async () => ({ ...(await one(252, secret)), view: 'compare' }),
  'compare-inside': async () => ({
    exchanges: [
      exchangeWith(await signHs256({ iss: 'https://issuer.example', given_name: 'Bob' }, secret)),
      exchangeWith(await sdJwt()),
    ],
    view: 'compare',
  }),
  'timeline-3': async () => ({ exchanges: await lineages(1, 3, 6), view: 'timeline' }),
  'timeline-30': async () => ({ exchanges: await lineages(6, 5, 12), view: 'timeline' }),
  'timeline-300': async () => ({ exchanges: await lineages(50, 6, 10), view: 'timeline' }),
  refused: async () => ({ exchanges: await refusals(), key: secret }),
  exposure,
  file: recorded,
  'file-broken': () => ({ file: { name: 'notes.har', text: '{"log": {"version": "1.2"}}' } }),
  'seen-keys': seenKeys,
  'carried-key': carriedKey,
  'vault-locked': async () => ({ ...(await one(3480)), vault: 'locked' }),
  'key-broken': () => one(3480, '-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A'),
  broken: cut,
  'broken-text': () => ({ paste: 'This is no token at all.' }),
  'broken-json': () => pasted('{"user_id": 123, "username": john_doe}'),
  numbers: () =>
    contents(
      pasted('{"id": 12345678901234567890, "rate": 3.0, "big": 1e400, "id": 1, "exp": 1795326578000}'),
    ),
  'huge-claims': () => contents(pasted(hugeClaims)),
  'fifty-claims': () => contents(pasted(fiftyClaims)),
  nested: () => contents(pasted(accessClaims)),
  jwe: () => ({ paste: encryptedLook() }),
  decrypted,
  'alg-none': async () => ({
    paste: `${(await signHs256(guide('eve', 3000), 'x', { alg: 'none' })).replace(/[^.]*$/, '')}`,
  }),
  'several-pasted': async () => ({
    paste: `curl -H "Authorization: Bearer ${await signHs256(guide('john_doe', 900), secret)}" and ${await signHs256(guide('jane_doe', 900), secret)}`,
  }),
  damaged: async () => ({ paste: btoa(await signHs256(guide('john_doe', 900), secret)), key: secret }),
  flask: () => ({
    paste: '.eJyrViotTi1SslLKyk9V0lEqSa0oAXISR8GgAkq1AOrXnvs.awKY0A.BLyVDuBldbW4dGQ8YgvlLa9V8EQ',
  }),
  layers: async () => ({ paste: await nestedToken(strongSecret), key: strongSecret }),
  'sd-jwt': async () => ({ paste: await sdJwt(), lookedAt: '.sd-jwt' }),
  'sd-jwt-refused': async () => ({ paste: await sdJwt('["salt", "admin", true]') }),
  'two-signatures': () => contents({ paste: twoSignatures() }),
  zipped: () => contents({ paste: zipped() }),
  unencoded: () => ({ paste: unencoded() }),
  detached: () => ({ paste: detached() }),
  bytes: () => contents({ paste: bytes() }),
  'github-token': () => ({ paste: `ghp_${'aB3'.repeat(12)}` }),
  // Forms that are unsafe: a secret that everybody knows, personal data and a password in a token that never expires.
  findings: async () => ({
    paste: await signHs256(
      { sub: 'john_doe', email: 'john@acme.test', password: 'hunter2', iat: PREVIEW_NOW_MS / 1000 - 60 },
      'your-secret-key',
    ),
    key: 'your-secret-key',
  }),
  'findings-muted': async () => {
    const token = await signHs256({ sub: 'john_doe', iat: PREVIEW_NOW_MS / 1000 - 60 }, strongSecret);
    return { exchanges: [exchangeWith(token)], mutedFindings: [{ rule: 'no-expiry' }] };
  },
  'hidden-characters': () =>
    contents(pasted('{"sub": "user\u202egnp.exe", "ad\u200bmin": true, "name": "\u2066isolated\u2069"}')),
  'screen-share': async () => ({ ...(await many()), screenShare: true }),
  rs256: async () => {
    const { token, jwk } = await signAlikeRs256(accessClaims, '2026-11-a');
    return { paste: token, key: jwk };
  },
};
