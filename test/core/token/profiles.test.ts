import { describe, expect, it } from 'vitest';
import { type ProfileId, profileFaults, profileIds, profileOf } from '../../../src/core/token/profiles';
import { readToken } from '../../../src/core/token/read';
import { tokenOf, vectors, vectorsAbsent } from '../../vectors';

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const token = (header: unknown, claims: unknown) => readToken(`${encode(header)}.${encode(claims)}.AAAA`);
const logoutEvent = { 'http://schemas.openid.net/event/backchannel-logout': {} };

describe('the kind of a token', () => {
  // biome-ignore format: a table
  it.each([
    // header                                        claims                                               kind, recognised by
    [{ alg: 'RS256', typ: 'at+jwt' },                {},                                                  'access-token', 'typ'],
    [{ alg: 'RS256', typ: 'application/AT+JWT' },    {},                                                  'access-token', 'typ'],
    [{ alg: 'RS256' },                               { client_id: 'c', scope: 's', aud: 'a', jti: 'j' },  'access-token', 'claims'],
    [{ alg: 'ES256', typ: 'dpop+jwt' },              {},                                                  'dpop-proof', 'typ'],
    [{ alg: 'ES256' },                               { htm: 'GET', htu: 'https://a' },                    'dpop-proof', 'claims'],
    [{ alg: 'RS256', typ: 'JWT' },                   { sub: 's', nonce: 'n' },                            'id-token', 'claims'],
    [{ alg: 'RS256' },                               { sub: 's', at_hash: 'n' },                          'id-token', 'claims'],
    [{ alg: 'RS256', typ: 'logout+jwt' },            {},                                                  'logout-token', 'typ'],
    [{ alg: 'RS256' },                               { events: logoutEvent, jti: 'j' },                   'logout-token', 'claims'],
    [{ alg: 'RS256' },                               { events: { x: {} }, jti: 'j' },                     'security-event', 'claims'],
    [{ alg: 'ES256', typ: 'kb+jwt' },                {},                                                  'key-binding', 'typ'],
    [{ alg: 'ES256', typ: 'dc+sd-jwt' },             {},                                                  'verifiable-credential', 'typ'],
    [{ alg: 'ES256', typ: 'example+sd-jwt' },        {},                                                  'sd-jwt', 'typ'],
    [{ alg: 'ES256', typ: 'passport', x5u: 'x' },    {},                                                  'caller-identity', 'typ'],
    [{ alg: 'ES256', typ: 'entity-statement+jwt' },  {},                                                  'federation-statement', 'typ'],
    [{ alg: 'ES256', typ: 'token-introspection+jwt' }, {},                                                'introspection', 'typ'],
    [{ alg: 'ES256', typ: 'oauth-authz-req+jwt' },   {},                                                  'request-object', 'typ'],
  ])('%j with %j is %s by %s', (header, claims, id, by) => {
    expect(profileOf(token(header, claims))).toMatchObject({ id, by });
  });

  it('is not guessed from less', () => {
    for (const claims of [
      {},
      { sub: 's', exp: 1 },
      { user_id: 1, username: 'joe', exp: 1 },
      { nonce: 'n' },
      5,
    ]) {
      expect(profileOf(token({ alg: 'HS256', typ: 'JWT' }, claims))).toBeUndefined();
    }
  });

  const good = { iss: 'i', exp: 2, aud: 'a', sub: 's', client_id: 'c', iat: 1, jti: 'j', scope: 'x y' };
  // biome-ignore format: a table
  it.each<[ProfileId, object, object, [string, ...string[]][]]>([
    ['access-token', { alg: 'RS256', typ: 'at+jwt' }, good,                             []],
    ['access-token', { alg: 'RS256' },                good,                             [['profile-typ', 'at+jwt']]],
    ['access-token', { alg: 'none', typ: 'at+jwt' },  good,                             [['profile-alg-none']]],
    ['access-token', { alg: 'RS256', typ: 'at+jwt' }, { ...good, scope: ['x'] },        [['profile-claim-type', 'scope', 'string']]],
    ['access-token', { alg: 'RS256', typ: 'at+jwt' }, { ...good, iss: undefined },      [['profile-claim-missing', 'iss']]],
    ['dpop-proof',   { alg: 'HS256', typ: 'dpop+jwt', jwk: {} }, { jti: 1, htm: 1, htu: 1, iat: 1 }, [['profile-alg-symmetric', 'HS256']]],
    ['dpop-proof',   { alg: 'ES256', typ: 'dpop+jwt' }, { jti: 1, htm: 1, htu: 1, iat: 1 },          [['profile-header-missing', 'jwk']]],
    ['logout-token', { alg: 'RS256' }, { ...good, events: logoutEvent, nonce: 'n' },    [['profile-claim-forbidden', 'nonce']]],
    ['logout-token', { alg: 'RS256' }, { ...good, events: logoutEvent, sub: undefined }, [['profile-one-of-missing', 'sub, sid']]],
  ])('%s: %j with %j', (id, header, claims, faults) => {
    const found = profileFaults(token(header, claims), id).map(({ code, values = [] }) => [code, ...values]);
    expect(found).toEqual(faults);
  });

  it('has rules for every kind', () => {
    for (const id of profileIds)
      expect(profileFaults(token({ alg: 'none' }, {}), id).length).toBeGreaterThan(0);
  });
});

const kinds: Readonly<Record<string, ProfileId>> = {
  'at+jwt': 'access-token',
  'dpop+jwt': 'dpop-proof',
  'logout+jwt': 'logout-token',
  id_token: 'id-token',
};

const suite = vectors('profiles');
describe.skipIf(!suite)(suite ? 'the shared vectors' : vectorsAbsent, () => {
  // Whether a token is expired is not a question of its kind.
  const cases = (suite ?? []).filter(
    (each) => typeof each.expect.profile_ok === 'boolean' && !each.id.endsWith('-expired'),
  );
  it('has cases to read', () => expect(cases).not.toEqual([]));

  it.each(cases.map((each) => [each.id, each] as const))('%s', (_, each) => {
    const id = kinds[String(each.expect.profile)];
    expect(id && profileFaults(readToken(tokenOf(each)), id).length === 0).toBe(each.expect.profile_ok);
  });
});
