import { createHmac } from 'node:crypto';
import { secret } from '../../demo/site';
import { type Claims, issue, type Refusal } from '../../demo/tokens';

/** One way to call the guide's server, what it answers, and what Claimscope must say of the token. */
export interface Cause {
  title: string;
  /** The Authorization header; `who` tells this case's token from the others. */
  header(who: string, now: number): string;
  /** What the server answers, where it refuses. */
  refusal?: Refusal;
  signature: RegExp;
  left: RegExp;
}

const hour = 3600;
const verified = /verified/i;
const wrong = /does not match/i;
const unchecked = /cannot check/i;
/** A full hour where the panel is read within the second in which the token was made. */
const minutes = /^(5\d min|1 hr)$/;
const expired = /^expired$/;

const signed = (claims: Claims, key = secret) => issue('HS256', claims, key);

/** A token under a header of its own, for algorithms that the server does not expect. */
function withHeader(header: object, claims: Claims, hash?: string): string {
  const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const input = `${encoded(header)}.${encoded(claims)}`;
  const signature = hash === undefined ? '' : createHmac(hash, secret).update(input).digest('base64url');
  return `${input}.${signature}`;
}

/** The causes behind the guide's answers. Its "Invalid token" covers most of them without telling them apart. */
export const causes: readonly Cause[] = [
  {
    title: 'the token as it should be',
    header: (username, now) => signed({ username, exp: now + hour }),
    signature: verified,
    left: minutes,
  },
  {
    title: 'Bearer before the token',
    header: (username, now) => `Bearer ${signed({ username, exp: now + hour })}`,
    refusal: 'Invalid token',
    signature: verified,
    left: minutes,
  },
  {
    title: 'expired',
    header: (username, now) => signed({ username, exp: now - 1 }),
    refusal: 'Token has expired',
    signature: verified,
    left: expired,
  },
  {
    title: 'signed with another key',
    header: (username, now) => signed({ username, exp: now + hour }, 'another-secret-key'),
    refusal: 'Invalid token',
    signature: wrong,
    left: minutes,
  },
  {
    title: 'expired and signed with another key',
    header: (username, now) => signed({ username, exp: now - hour }, 'another-secret-key'),
    refusal: 'Invalid token',
    signature: wrong,
    left: expired,
  },
  {
    title: 'changed after signing',
    header: (username, now) => {
      const [header, , signature] = signed({ username, exp: now + hour }).split('.');
      const payload = Buffer.from(JSON.stringify({ username, exp: now + hour, admin: true }));
      return `${header}.${payload.toString('base64url')}.${signature}`;
    },
    refusal: 'Invalid token',
    signature: wrong,
    left: minutes,
  },
  {
    title: 'another algorithm with the same secret',
    header: (username, now) =>
      withHeader({ alg: 'HS512', typ: 'JWT' }, { username, exp: now + hour }, 'sha512'),
    refusal: 'Invalid token',
    signature: verified,
    left: minutes,
  },
  {
    title: 'alg none',
    header: (username, now) => withHeader({ alg: 'none', typ: 'JWT' }, { username, exp: now + hour }),
    refusal: 'Invalid token',
    signature: unchecked,
    left: minutes,
  },
  {
    title: 'an audience that the server does not ask for',
    header: (username, now) => signed({ username, aud: 'api', exp: now + hour }),
    refusal: 'Invalid token',
    signature: verified,
    left: minutes,
  },
  {
    title: 'issued in the future',
    header: (username, now) => signed({ username, iat: now + 600, exp: now + hour }),
    refusal: 'Invalid token',
    signature: verified,
    left: minutes,
  },
  {
    title: 'not valid before a moment in the future',
    header: (username, now) => signed({ username, nbf: now + 600, exp: now + hour }),
    refusal: 'Invalid token',
    signature: verified,
    left: /^not yet$/,
  },
  {
    title: 'an expiry that is no number',
    header: (username) => signed({ username, exp: 'tomorrow' }),
    refusal: 'Invalid token',
    signature: verified,
    left: /^unreadable$/,
  },
  {
    title: 'an expiry in milliseconds',
    header: (username, now) => signed({ username, exp: (now + hour) * 1000 }),
    signature: verified,
    left: / yrs$/,
  },
  {
    title: 'an expiry with a fraction',
    header: (username, now) => signed({ username, exp: now + hour - 30.5 }),
    signature: verified,
    left: /^(59|60) min$|^1 h$/,
  },
  {
    title: 'no expiry',
    header: (username) => signed({ username }),
    signature: verified,
    left: /^no expiry$/,
  },
];
