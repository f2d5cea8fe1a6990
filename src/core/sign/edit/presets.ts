import { randomId } from '../random';
import { type Edited, removeMember, setMember } from './members';

/** A change to the payload that is wanted often. */
export interface Preset {
  name: string;
  /** The payload's text afterwards. `nowSeconds`: since the epoch. */
  apply(text: string, nowSeconds: number): Edited;
}

const minute = 60;
const hour = 3_600;

/** Sets a time so far from now, in seconds. */
const timed =
  (claim: string, fromNow: number): Preset['apply'] =>
  (text, nowSeconds) =>
    setMember(text, claim, String(Math.floor(nowSeconds) + fromNow));

/** One click each; every one changes the named claim and no other byte. */
export const presets: readonly Preset[] = [
  { name: 'iat-now', apply: timed('iat', 0) },
  { name: 'nbf-now', apply: timed('nbf', 0) },
  { name: 'exp-5-minutes', apply: timed('exp', 5 * minute) },
  { name: 'exp-1-hour', apply: timed('exp', hour) },
  { name: 'exp-past', apply: timed('exp', -hour) },
  { name: 'exp-none', apply: (text) => removeMember(text, 'exp') },
  { name: 'jti', apply: (text) => setMember(text, 'jti', JSON.stringify(randomId())) },
];

/** A header and payload to begin with. */
export interface Start {
  header: string;
  payload: string;
}

/** What the widespread Flask guide signs with PyJWT, valid for an hour from `nowSeconds`. */
export function guideStart(nowSeconds: number): Start {
  const exp = Math.floor(nowSeconds) + hour;
  return {
    header: '{"alg":"HS256","typ":"JWT"}',
    payload: `{\n  "user_id": 123,\n  "username": "john_doe",\n  "exp": ${exp}\n}`,
  };
}

/** As little as can be: a subject, and when it was issued. */
export function emptyStart(nowSeconds: number): Start {
  return {
    header: '{"alg":"HS256","typ":"JWT"}',
    payload: `{\n  "sub": "1234567890",\n  "iat": ${Math.floor(nowSeconds)}\n}`,
  };
}
