import { describe, expect, test } from 'vitest';
import { lifeAt, whenSent } from '../../../src/core/refusals/life';
import { sceneOf } from '../../../src/core/refusals/troubles';
import { bearer, capture, exchange, inSeconds, jwt, START_MS } from './made';

const start = inSeconds(START_MS);
const at = (seconds: number) => START_MS + seconds * 1000;

/** The life of a token that was seen as told, `seconds` after the start. */
function life(claims: object, seen: 'issued' | 'used', seconds: number, leadSeconds = 60) {
  const token = jwt(claims);
  const captures = [seen === 'issued' ? capture('response-body', '$.token', token) : bearer(token)];
  const scene = sceneOf([exchange(START_MS, captures, { serverDateMs: START_MS })]);
  return lifeAt(scene.times(token), scene.births.get(token), at(seconds), leadSeconds);
}

describe('a lifetime from whatever is known', () => {
  test.each([
    // claims, seen, after, state, fraction, begin
    [{ iat: start - 100, exp: start + 300 }, 'used', 100, 'current', 0.5, 'claim'],
    [{ nbf: start, exp: start + 400 }, 'used', 100, 'current', 0.75, 'claim'],
    [{ exp: start + 400 }, 'issued', 100, 'current', 0.75, 'answer'],
    [{ exp: start + 400 }, 'used', 300, 'current', 0.25, 'sighting'],
    [{ exp: start + 400 }, 'used', 350, 'expiring', 0.125, 'sighting'],
    [{ exp: start + 400 }, 'used', 400, 'expired', 0, 'sighting'],
    [{}, 'used', 100, 'no-expiry', undefined, 'sighting'],
    [{}, 'issued', 100, 'no-expiry', undefined, 'answer'],
  ] as const)('%j, %s, after %i s: %s', (claims, seen, after, state, fraction, beginFrom) => {
    const found = life(claims, seen, after);
    expect(found.state).toBe(state);
    expect(found.fraction).toEqual(fraction);
    expect(found.beginFrom).toBe(beginFrom);
    expect(found.seenSeconds).toBe(after);
  });

  test.each([
    [0, at(400 - 60)],
    [339.999, at(340)],
    [340, at(400)],
    [399.999, at(400)],
    [400, undefined],
  ])('after %d s it turns next at the right moment', (after, turnMs) => {
    expect(life({ exp: start + 400 }, 'issued', after).nextTurnMs).toBe(turnMs);
  });
});

describe('whether it was valid when it was sent', () => {
  const times = { expSeconds: start + 100, timeNotes: [] };
  test.each([
    [0, undefined, 'current'],
    [99, undefined, 'current'],
    [100, undefined, 'expired'],
    [50, 100, 'expired'],
    [120, 90, 'current'],
  ] as const)('sent after %i s, the server shows %s: %s', (sent, server, state) => {
    const serverDateMs = server === undefined ? undefined : at(server);
    expect(whenSent(times, exchange(at(sent), [], { serverDateMs })).state).toBe(state);
  });
});
