import { keysOf, token, verifiedWith } from '../samples';
import {
  hs,
  longSecret,
  plain,
  point,
  proof,
  rsJwk,
  type Sides,
  verifiedAsSecret,
  withHeader,
  withNote,
} from './made';

export const keys: Sides = {
  'secret-known': {
    fires: [
      [hs, { verdict: verifiedWith('your-secret-key') }],
      [hs, { secretIsKnown: true }],
    ],
    silent: [[hs], [hs, { verdict: verifiedWith(longSecret) }]],
  },
  'secret-is-public-key': {
    fires: [
      [
        hs,
        {
          verdict: verifiedAsSecret(
            '-----BEGIN PUBLIC KEY-----\nMFkwEwYHKoZIzj0CAQ\n-----END PUBLIC KEY-----',
          ),
        },
      ],
    ],
    silent: [[hs, { verdict: verifiedWith(longSecret) }]],
  },
  'secret-guessable': {
    fires: [[hs, { verdict: verifiedWith('q7Vn2Xw8') }]],
    silent: [[hs, { verdict: verifiedWith(longSecret) }], [hs]],
  },
  'secret-short': {
    fires: [[hs, { verdict: verifiedWith('q7Vn2-Xw8_Lr5Tz1Bc9K') }]],
    silent: [
      [hs, { verdict: verifiedWith(longSecret) }],
      [hs, { verdict: verifiedWith('q7Vn2Xw8') }],
    ],
  },
  'secret-repetitive': {
    fires: [[hs, { verdict: verifiedWith('abab'.repeat(12)) }]],
    silent: [[hs, { verdict: verifiedWith(longSecret) }]],
  },
  'key-roca': {
    fires: [[plain, { verdict: withNote('roca') }]],
    silent: [[plain, { verdict: verifiedWith(rsJwk({}), 'RS256') }]],
  },
  'key-embedded': {
    fires: [withHeader({ jwk: point })],
    silent: [[plain], [proof()], withHeader({ typ: 'openid4vci-proof+jwt', jwk: point })],
  },
  'key-embedded-private': {
    fires: [withHeader({ jwk: { ...point, d: 'AAAA' } }), [proof({}, { jwk: { ...point, d: 'AAAA' } })]],
    silent: [[proof()]],
  },
  'key-embedded-invalid': {
    fires: [withHeader({ jwk: { ...point, y: 'y_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0' } })],
    silent: [withHeader({ jwk: point }), [plain]],
  },
  'key-certificate': { fires: [withHeader({ x5c: ['MIIB'] })], silent: [withHeader({ x5t: 'abc' })] },
  'key-remote': {
    fires: [withHeader({ jku: 'https://issuer.example.com/jwks' })],
    silent: [
      [plain],
      withHeader({ typ: 'passport', x5u: 'https://certificates.example.com/a.cer' }),
      withHeader({ x5u: 'key-1.cer' }),
    ],
  },
  'key-remote-insecure': {
    fires: [
      withHeader({ jku: 'http://issuer.example.com/jwks' }),
      withHeader({ x5u: 'file:///etc/key' }),
      withHeader({ jku: '//attacker.example/jwks' }),
    ],
    silent: [withHeader({ jku: 'https://issuer.example.com/jwks' })],
  },
  'key-remote-foreign': {
    fires: [withHeader({ jku: 'https://attacker.example/jwks' })],
    silent: [withHeader({ jku: 'https://keys.example.com/jwks' }), [plain]],
  },
  'key-alg-mismatch': {
    fires: [
      [token({ kid: 'k1', alg: 'PS256' }), { keys: keysOf(rsJwk({ alg: 'RS256' })) }],
      [token({ kid: 'k1', alg: 'HS256' }), { keys: keysOf(rsJwk({})) }],
    ],
    silent: [
      [token({ kid: 'k1' }), { keys: keysOf(rsJwk({ alg: 'RS256' })) }],
      [token({ kid: 'other', alg: 'HS256' }), { keys: keysOf(rsJwk({})) }],
    ],
  },
};
