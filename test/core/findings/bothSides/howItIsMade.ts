import { sent, signatureFor, token, verifiedWith } from '../samples';
import { hs, inTraffic, jwe, payloadOf, plain, rsJwk, type Sides, withHeader } from './made';

export const howItIsMade: Sides = {
  'alg-none': { fires: [withHeader({ alg: 'none' })], silent: [[plain], withHeader({ alg: 'None' })] },
  'alg-none-disguised': {
    fires: ['None', 'NONE', 'nOnE', ' none', 'n\u043ene', 'no\u200bne'].map((alg) => withHeader({ alg })),
    silent: [withHeader({ alg: 'none' }), withHeader({ alg: 'nonesuch' })],
  },
  'alg-none-nested': {
    fires: [[token({ cty: 'JWT' }, token({ alg: 'none' }))]],
    silent: [[token({ cty: 'JWT' }, plain)], withHeader({ alg: 'none' })],
  },
  'alg-missing': {
    fires: [withHeader({ alg: undefined }), withHeader({ alg: 5 }), withHeader({ alg: '' })],
    silent: [[plain]],
  },
  'alg-case': {
    fires: [withHeader({ alg: 'rs256' }), withHeader({ alg: 'EDDSA' })],
    silent: [[plain], withHeader({ alg: 'None' })],
  },
  'alg-unknown': {
    fires: [withHeader({ alg: 'XS256' }), withHeader({ alg: 'toString' })],
    silent: [[plain], withHeader({ alg: 'rs256' }), withHeader({ alg: 'RSA1_5' })],
  },
  'alg-deprecated': {
    fires: [withHeader({ alg: 'RSA1_5' }), withHeader({ alg: 'RS1' })],
    silent: [withHeader({ alg: 'RSA-OAEP' })],
  },
  'kid-two-algs': {
    fires: [
      [token({ kid: 'a' }), inTraffic(sent(token({ kid: 'a' })), sent(token({ kid: 'a', alg: 'HS256' })))],
    ],
    silent: [
      [token({ kid: 'a' }), inTraffic(sent(token({ kid: 'b', alg: 'HS256' })))],
      [
        token({ kid: 'a' }),
        inTraffic(sent(token({ kid: 'a', alg: 'HS256' }, { iss: 'https://other.example' }))),
      ],
    ],
  },
  'signature-stripped': {
    fires: [[token({}, {}, '')], [token({ alg: 'HS256' }, {}, '')]],
    silent: [[plain], [token({ alg: 'none' }, {}, '')]],
  },
  'signature-out-of-range': {
    fires: [
      [token({ alg: 'ES256' }, {}, Buffer.alloc(64).toString('base64url'))],
      [
        token(
          { alg: 'ES384' },
          {},
          Buffer.concat([Buffer.alloc(48, 7), Buffer.alloc(48)]).toString('base64url'),
        ),
      ],
    ],
    silent: [
      withHeader({ alg: 'ES256' }),
      [token({ alg: 'HS256' }, {}, Buffer.alloc(32).toString('base64url'))],
    ],
  },
  'signature-der': {
    fires: [
      [
        token(
          { alg: 'ES256' },
          {},
          Buffer.concat([
            Buffer.from([0x30, 68, 2, 32]),
            Buffer.alloc(32, 9),
            Buffer.from([2, 32]),
            Buffer.alloc(32, 9),
          ]).toString('base64url'),
        ),
      ],
    ],
    silent: [
      withHeader({ alg: 'ES256' }),
      [
        token(
          { alg: 'RS256' },
          {},
          Buffer.concat([Buffer.from([0x30, 254, 2]), Buffer.alloc(253, 9)]).toString('base64url'),
        ),
      ],
    ],
  },
  'signature-length': {
    fires: [[token({ alg: 'HS256' }, {}, 'AAAA')]],
    silent: [[hs], [token({ alg: 'HS256' }, {}, '')]],
  },
  'rsa-short': {
    fires: [
      [token({}, {}, signatureFor('RS256', 128))],
      [
        plain,
        {
          verdict: { ...verifiedWith(rsJwk({ n: Buffer.alloc(128, 0xa7).toString('base64url') }), 'RS256') },
        },
      ],
    ],
    silent: [
      [plain],
      [token({ alg: 'ES384' }, {}, signatureFor('ES384', 96))],
      [plain, { verdict: verifiedWith(rsJwk({}), 'RS256') }],
    ],
  },
  'kid-traversal': {
    fires: [
      '../../dev/null',
      '/dev/null',
      '..\\..\\keys',
      'keys/%2e%2e/%2e%2e/x',
      'C:\\windows\\win.ini',
      'file:///etc/passwd',
    ].map((kid) => withHeader({ kid })),
    silent: [
      '2024-01-01',
      'KJ/8Y+1Fq..5xw=',
      'did:web:example.com#key-1',
      'keys/1',
      'https://issuer.example.com/keys/1',
    ].map((kid) => withHeader({ kid })),
  },
  'kid-injection': {
    fires: [
      "x' UNION SELECT 'k",
      '1; rm -rf',
      '$(id)',
      '`id`',
      '<script>',
      '{{7*7}}',
      'a\nb',
      "' or 1=1--",
    ].map((kid) => withHeader({ kid })),
    silent: [
      'abc--def_ghi',
      'KJ/8Y+1Fq5xw=',
      'a.b:c|d',
      'did:key:z6Mk#z6Mk',
      'projects/p/locations/eu/keyRings/r',
    ].map((kid) => withHeader({ kid })),
  },
  'kid-not-text': { fires: [withHeader({ kid: 1 })], silent: [withHeader({ kid: '1' })] },
  'crit-broken': {
    fires: [withHeader({ crit: [] }), withHeader({ crit: ['exp'] }), withHeader({ crit: 'b64' })],
    silent: [[plain], withHeader({ crit: ['b64'], b64: true })],
  },
  'crit-unknown': {
    fires: [withHeader({ crit: ['urn:x'], 'urn:x': 1 })],
    silent: [withHeader({ crit: ['b64'], b64: true }), withHeader({ 'urn:x': 1 })],
  },
  'b64-not-critical': { fires: [withHeader({ b64: false })], silent: [withHeader({ b64: true }), [plain]] },
  'header-duplicate': {
    fires: [[token('{"alg":"HS256","kid":"a","kid":"b"}')]],
    silent: [[token('{"alg":"HS256","kid":"a"}')], [token('{"alg":"HS256"}', '{"a":1,"a":2}')]],
  },
  'parameter-case': {
    fires: [withHeader({ Alg: 'none' }), withHeader({ KID: 'a' })],
    silent: [withHeader({ kid: 'a' })],
  },
  'hidden-characters': {
    fires: [
      payloadOf({ iss: 'https://issuer\u200b.example.com' }),
      payloadOf({ 'ad\u202emin': true }),
      withHeader({ kid: 'a\u0000' }),
    ],
    silent: [payloadOf({ name: 'a\u200bb' }), payloadOf({ sub: 'Łukasz-東京' })],
  },
  'p2c-huge': {
    fires: [[jwe({ alg: 'PBES2-HS256+A128KW', p2c: 5_000_000 })]],
    silent: [[jwe({ alg: 'PBES2-HS256+A128KW', p2c: 600_000 })]],
  },
  'p2c-low': {
    fires: [[jwe({ alg: 'PBES2-HS256+A128KW', p2c: 100 })]],
    silent: [[jwe({ alg: 'PBES2-HS256+A128KW', p2c: 600_000 })], [jwe({ alg: 'dir', p2c: 100 })]],
  },
  'password-encrypted': { fires: [[jwe({ alg: 'PBES2-HS256+A128KW' })]], silent: [[jwe({ alg: 'dir' })]] },
  compressed: {
    fires: [[jwe({ alg: 'dir', zip: 'DEF' })]],
    silent: [[jwe({ alg: 'dir' })], withHeader({ zip: 'DEF' })],
  },
};
