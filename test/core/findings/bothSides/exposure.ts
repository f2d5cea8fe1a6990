import { exchange, sent, token } from '../samples';
import { carried, idToken, plain, type Sides, set, thirdParty } from './made';

export const exposure: Sides = {
  'in-address': {
    fires: [
      carried(plain, exchange([['url-query', 'access_token', plain]])),
      carried(plain, exchange([['url-path', '', plain]])),
    ],
    silent: [carried(plain, exchange([['url-query', 'id_token_hint', plain]])), carried(plain, sent(plain))],
  },
  'in-fragment': {
    fires: [carried(idToken, exchange([['url-fragment', 'id_token', idToken]]))],
    silent: [carried(plain, sent(plain))],
  },
  'in-referer': {
    fires: [carried(plain, exchange([['request-header', 'referer', plain]]))],
    silent: [carried(plain, sent(plain))],
  },
  'plain-http': {
    fires: ['http://api.example.com/x', 'ws://api.example.com/x'].map((url) =>
      carried(plain, sent(plain, { url })),
    ),
    silent: [
      'http://localhost:5000/x',
      'http://127.0.0.1/x',
      'http://[::1]:3000/x',
      'http://app.localhost/x',
      'https://api.example.com/x',
    ].map((url) => carried(plain, sent(plain, { url }))),
  },
  'third-party': thirdParty(),
  'readable-by-script': {
    fires: [
      carried(plain, exchange([['local-storage', 'token', plain]])),
      carried(plain, exchange([['script-cookie', 'token', plain]])),
    ],
    silent: [carried(plain, sent(plain))],
  },
  'refresh-token-in-storage': {
    fires: [
      carried(
        token({}, { typ: 'Refresh' }),
        exchange([['local-storage', 'rt', token({}, { typ: 'Refresh' })]]),
      ),
    ],
    silent: [carried(plain, exchange([['local-storage', 't', plain]]))],
  },
  'cookie-not-secure': {
    fires: [set(plain, '; Path=/; HttpOnly')],
    silent: [set(plain, '; Secure'), set(plain, '; Path=/', 'http://localhost:3000/')],
  },
  'cookie-not-httponly': {
    fires: [set(plain, '; Secure')],
    silent: [set(plain, '; secure; httponly'), carried(plain, exchange([['request-cookie', 'sid', plain]]))],
  },
  'cookie-no-samesite': { fires: [set(plain, '; Secure; HttpOnly')], silent: [set(plain, '; SameSite=Lax')] },
  'cookie-samesite-none': {
    fires: [set(plain, '; Secure; SameSite=None')],
    silent: [set(plain, '; SameSite=Strict')],
  },
  'cookie-prefix': {
    fires: [
      set(plain, '; Secure; Path=/app', undefined, '__Host-sid'),
      set(plain, '', undefined, '__Secure-sid'),
    ],
    silent: [set(plain, '; Secure; Path=/', undefined, '__Host-sid'), set(plain, '')],
  },
};
