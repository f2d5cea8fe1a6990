import { situationOf } from '../../src/core/snippets/situation';
import type { Snippet, SnippetLanguage, SnippetTask } from '../../src/core/snippets/snippet';
import { snippetsFor } from '../../src/core/snippets/snippets';
import { readToken } from '../../src/core/token/read';
import type { Capture, Exchange } from '../../src/core/traffic/exchange';
import type { Expectations } from '../../src/core/verify/expectations';
import { pairOf, pemOf } from '../core/key/madeKeys';
import { assemble, signWithNode } from '../core/verify/signing';

export const secret = 'your-secret-key';

/** Which made key serves which algorithm of the tests. */
export const keys = {
  HS256: 'secret',
  HS512: 'secret',
  RS256: 'rsa',
  PS256: 'rsa',
  ES256: 'p256',
  ES384: 'p384',
  EdDSA: 'ed25519',
} as const;
export type Alg = keyof typeof keys;

/** A token as a server would issue it. `payload` may be JSON text, to the letter. */
export function tokenOf(
  alg: Alg,
  payload: object | string,
  header: Record<string, unknown> = { alg, typ: 'JWT' },
): string {
  const name = keys[alg];
  const key = name === 'secret' ? secret : pairOf(name).privateKey;
  const text = typeof payload === 'string' ? payload : JSON.stringify(payload);
  return assemble(header, text, (input) => signWithNode(alg, key, input));
}

/** What the environment holds for code about a token. */
export function environmentFor(alg: Alg, token: string): Record<string, string> {
  const name = keys[alg];
  if (name === 'secret') return { TOKEN: token, JWT_SECRET: secret };
  const { publicKey, privateKey } = pairOf(name);
  return {
    TOKEN: token,
    JWT_PUBLIC_KEY: pemOf(publicKey, 'spki'),
    JWT_PRIVATE_KEY: pemOf(privateKey, 'pkcs8'),
  };
}

/** A request that carried a token. */
export function seenWith(
  token: string,
  rest: Partial<Exchange> & {
    place?: Capture['carrier']['place'];
    name?: string;
    before?: string;
    after?: string;
  } = {},
): { exchange: Exchange; capture: Capture } {
  const { place = 'request-header', name = 'authorization', before = '', after = '', ...exchange } = rest;
  const capture: Capture = { carrier: { place, name }, before, token, after };
  return {
    capture,
    exchange: {
      id: 'w:1',
      tabId: 1,
      method: 'GET',
      url: 'http://127.0.0.1/protected',
      startedMs: 0,
      feeds: ['webRequest'],
      answerCertain: true,
      captures: [capture],
      ...exchange,
    },
  };
}

/** The code for a token, and the one piece of a language for a task. */
export function codeFor(
  token: string,
  expectations: Expectations = {},
  rest: Partial<Parameters<typeof situationOf>[0]> = {},
) {
  const all = snippetsFor(situationOf({ token: readToken(token), expectations, ...rest }), token);
  return {
    all,
    languages: [...new Set(all.map(({ language }) => language))],
    piece(language: SnippetLanguage, task: SnippetTask): Snippet {
      const found = all.find((one) => one.language === language && one.task === task);
      if (!found) throw new Error(`no ${task} for ${language}`);
      return found;
    },
    offers: (language: SnippetLanguage, task: SnippetTask) =>
      all.some((one) => one.language === language && one.task === task),
  };
}
