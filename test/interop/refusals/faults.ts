import { createHmac } from 'node:crypto';
import type { CauseCode } from '../../../src/core/refusals/cause';

export type Claims = Record<string, unknown>;

/** One way to do it wrong: the header that is sent, and the cause that must be named. */
export interface Fault {
  title: string;
  /** Undefined: no header at all. `right` is a header that the server takes. */
  header(good: Good): string | undefined;
  truth: readonly CauseCode[];
  /** Only for servers that read the header so. */
  only?: 'raw' | 'bearer';
}

export interface Good {
  now: number;
  prefix: '' | 'Bearer ';
  claims: Claims;
  secret: string;
}

const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');

export function signed(
  claims: Claims,
  secret: string,
  header: object = { alg: 'HS256', typ: 'JWT' },
  hash = 'sha256',
) {
  const input = `${encoded(header)}.${encoded(claims)}`;
  return `${input}.${createHmac(hash, secret).update(input).digest('base64url')}`;
}

export const rightHeader = ({ prefix, claims, secret }: Good) => prefix + signed(claims, secret);

const with_ =
  (change: (good: Good) => Claims) =>
  (good: Good): string =>
    good.prefix + signed({ ...good.claims, ...change(good) }, good.secret);
const token = ({ claims, secret }: Good) => signed(claims, secret);

export const faults: readonly Fault[] = [
  { title: 'no header', header: () => undefined, truth: ['no-token'] },
  { title: 'Bearer null', header: ({ prefix }) => `${prefix}null`, truth: ['placeholder'] },
  { title: 'Bearer undefined', header: ({ prefix }) => `${prefix}undefined`, truth: ['placeholder'] },
  {
    title: 'an object made text',
    header: ({ prefix }) => `${prefix}[object Object]`,
    truth: ['placeholder'],
  },
  {
    title: 'Basic',
    header: () => `Basic ${Buffer.from('ada:secret').toString('base64')}`,
    truth: ['other-scheme'],
  },
  {
    title: 'Bearer where raw is wanted',
    header: (good) => `Bearer ${token(good)}`,
    truth: ['bearer-where-raw'],
    only: 'raw',
  },
  { title: 'raw where Bearer is wanted', header: token, truth: ['raw-where-bearer'], only: 'bearer' },
  { title: 'Bearer twice', header: (good) => `Bearer Bearer ${token(good)}`, truth: ['doubled-prefix'] },
  { title: 'quotes', header: (good) => `${good.prefix}"${token(good)}"`, truth: ['quotes'] },
  { title: 'single quotes', header: (good) => `${good.prefix}'${token(good)}'`, truth: ['quotes'] },
  { title: 'two spaces', header: (good) => `Bearer  ${token(good)}`, truth: ['stray-space'], only: 'bearer' },
  { title: 'cut off', header: (good) => rightHeader(good).slice(0, -12), truth: ['truncated'] },
  {
    title: 'cut off in the payload',
    header: (good) => rightHeader(good).slice(0, -70),
    truth: ['truncated'],
  },
  { title: 'expired', header: with_(({ now }) => ({ exp: now - 60 })), truth: ['expired'] },
  { title: 'expired long ago', header: with_(({ now }) => ({ exp: now - 86_400 * 3 })), truth: ['expired'] },
  { title: 'not before', header: with_(({ now }) => ({ nbf: now + 600 })), truth: ['not-yet-valid'] },
  {
    title: 'issued in the future',
    header: with_(({ now }) => ({ iat: now + 600 })),
    truth: ['issued-in-future'],
  },
  {
    title: 'another secret',
    header: (good) => good.prefix + signed(good.claims, 'another-secret-key'),
    truth: ['signature'],
  },
  {
    title: 'payload changed',
    header: (good) => {
      const [header, , signature] = token(good).split('.');
      return `${good.prefix}${header}.${encoded({ ...good.claims, admin: true })}.${signature}`;
    },
    truth: ['signature'],
  },
  {
    title: 'another algorithm',
    header: (good) => good.prefix + signed(good.claims, good.secret, { alg: 'HS512', typ: 'JWT' }, 'sha512'),
    truth: ['algorithm'],
  },
  {
    title: 'alg none',
    header: ({ prefix, claims }) => `${prefix}${encoded({ alg: 'none', typ: 'JWT' })}.${encoded(claims)}.`,
    truth: ['alg-none'],
  },
  { title: 'exp as text', header: with_(() => ({ exp: 'tomorrow' })), truth: ['time-malformed'] },
  {
    title: 'an audience nobody asked for',
    header: with_(() => ({ aud: 'somebody-else' })),
    truth: ['audience'],
  },
  {
    title: 'another issuer',
    header: with_(() => ({ iss: 'https://evil.test' })),
    truth: ['issuer'],
  },
];
