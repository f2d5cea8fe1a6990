import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findTokens } from '../../../src/core/token/find';
import { readToken } from '../../../src/core/token/read';
import { vectors, vectorsAbsent } from '../../vectors';

const encode = (text: string) => Buffer.from(text).toString('base64url');
const payload = encode('{"sub":"joe","iat":1516239022}');
const token = `${encode('{"alg":"HS256","typ":"JWT"}')}.${payload}.${'s'.repeat(42)}A`;
const unsecured = `${encode('{"alg":"none"}')}.${payload}.`;
const other = `${encode('{"alg":"ES256"}')}.${payload}.${'t'.repeat(85)}A`;
const jwe = `${encode('{"alg":"dir","enc":"A128GCM"}')}..AAAA.AAAA.${'A'.repeat(22)}`;

const found = (text: string) => findTokens(text).map((each) => each.text);

describe('finding tokens', () => {
  it.each([
    ['a header line', `Authorization: Bearer ${token}\r\n`],
    ['any scheme', `authorization: DPoP ${token}`],
    ['curl', `curl -H 'Authorization: Bearer ${token}' https://api.example.com/x`],
    ['HTTPie', `http GET api.example.com/x "Authorization:Bearer ${token}" x==1`],
    ['JSON', `{"access_token":"${token}","expires_in":3600}`],
    ['JSON within JSON', `{"log":"{\\"t\\":\\"${token}\\"}\\n"}`],
    ['JSON with an escaped line feed before', `{"log":"token:\\n${token}\\nend"}`],
    ['HTML', `<input value="${token}"><b>${token.slice(0, 0)}</b>`],
    ['markup', `<token>${token}</token>`],
    ['a cookie header', `Cookie: a=1; session=${token}; b=2`],
    ['a query', `https://example.com/cb?token=${token}&state=x`],
    ['a fragment', `https://example.com/cb#id_token=${token}&state=x`],
    ['a path', `https://example.com/verify/${token}/now`],
    ['a form with a plus sign', `header=Bearer+${token}&x=y`],
    ['percent signs around it', `auth=Bearer%20${token}%0D%0A`],
    ['two layers of percent signs', `next=%2Fcb%3Ftoken%253D${token}%26x`],
    ['a log line', `2026-11-22 10:00:00 INFO user=joe jwt=${token} ip=10.0.0.1`],
    ['the end of a sentence', `The token was ${token}.`],
    ['the middle of a text', `It sent ${token}, then "${token.slice(0, 9)}" failed. Why?`],
    ['a question', `Is it ${token}?`],
    ['brackets', `(${token})`],
    ['Python', `b'${token}'`],
    ['markdown', `\`${token}\``],
    ['an ellipsis before', `… ${token}`],
  ])('in %s', (_, text) => {
    expect(found(text)).toEqual([token]);
  });

  it('finds several, each at its place', () => {
    const text = `${token},${other}\n${unsecured} and ${jwe}`;
    const tokens = findTokens(text);
    expect(tokens.map((each) => each.text)).toEqual([token, other, unsecured, jwe]);
    expect(tokens.map(({ span }) => text.slice(span.start, span.end))).toEqual([
      token,
      other,
      unsecured,
      jwe,
    ]);
  });

  it('finds tokens with an empty signature, also at the end of a sentence', () => {
    expect(found(`x=${unsecured} y`)).toEqual([unsecured]);
    expect(found(`"${unsecured}"`)).toEqual([unsecured]);
    expect(found(`It said ${unsecured}.`)).toEqual([unsecured]);
  });

  it.each([
    '{"typ":"JWT","alg":"HS256"}',
    '{ "alg": "HS256" }',
    '{\n  "alg": "HS256"\n}',
    ' {"alg":"HS256"}',
    '\r\n{"alg":"HS256"}',
    '\t{"alg":"HS256"}',
    '\ufeff{"alg":"HS256"}',
    '{"é":1,"alg":"x"}',
  ])('whatever the header begins with: %j', (header) => {
    const text = `${encode(header)}.${payload}.AAAA`;
    expect(found(`Bearer ${text} x`)).toEqual([text]);
  });

  it.each(['%2E', '%2e', '%252E', '\\u002e', '&#46;', '&#x2E;'])('with dots written as %s', (dot) => {
    const text = `a.b?t=${token.replaceAll('.', dot)}&u=${unsecured.replaceAll('.', dot)} c.d`;
    const [first, second] = findTokens(text);
    expect([first?.text, second?.text]).toEqual([token, unsecured]);
    expect(text.slice(first?.span.start, first?.span.end)).toBe(token.replaceAll('.', dot));
    expect(text.slice(second?.span.start, second?.span.end)).toBe(unsecured.replaceAll('.', dot));
  });

  it('takes an SD-JWT with its disclosures and its key binding', () => {
    const disclosure = encode('["salt","a",1]');
    for (const tail of [`~${disclosure}~`, `~${disclosure}~${disclosure}~${token}`, '~']) {
      expect(found(`"${token}${tail}"`)).toEqual([token + tail]);
    }
  });

  it('takes a text that is the JSON serialization of a token, and no other JSON', () => {
    const [header, body, signature] = token.split('.');
    const json = `{"payload":"${body}","protected":"${header}","signature":"${signature}"}`;
    expect(findTokens(` ${json}\n`)).toEqual([{ text: json, span: { start: 1, end: 1 + json.length } }]);
    expect(found(`{"signature":"x","token":"${token}"}`)).toEqual([token]);
    expect(found('{"signature":"x"}')).toEqual([]);
  });

  it('takes padding with it where a token has it', () => {
    const padded = `${encode('{"alg":"HS256"}')}=.${encode('{"a":12}')}==.AAAA`.replace('=.', '=.');
    const header = Buffer.from('{"alg":"ES256"}').toString('base64');
    const body = Buffer.from('{"a":12}').toString('base64');
    expect(found(`x-amzn-oidc-data: ${header}.${body}.AAA=`)).toEqual([`${header}.${body}.AAA=`]);
    expect(found(padded)).toEqual([]);
  });

  it('joins the lines of a wrapped token, and leaves a list of tokens alone', () => {
    const long = `${encode('{"alg":"RS256"}')}.${payload}.${'w'.repeat(341)}A`;
    const lines = long.match(/.{1,76}/g) ?? [];
    const mail = `Hello,\n\n${lines.join('\r\n')}\r\n\r\nBye`;
    const [only, ...rest] = findTokens(mail);
    expect(only?.text).toBe(long);
    expect(rest).toEqual([]);
    expect(mail.slice(only?.span.start, only?.span.end)).toBe(lines.join('\r\n'));
    expect(found(`${token}\n${token}\n${other}`)).toEqual([token, token, other]);
    const short = token.slice(0, -20);
    expect(found(`${short}\n${'y'.repeat(short.length + 1)}\nend`)).toEqual([short]);
    const unknown = `${encode('{"alg":"unknown"}')}.${encode('{"sub":"a long enough payload for two lines"}')}.AAAA`;
    expect(found(`${unknown.slice(0, 60)}\n${unknown.slice(60)}`)).toEqual([unknown]);
    expect(found(`${unknown.slice(0, 41)}\n${unknown.slice(41)}`)).toEqual([]);
    expect(found(`${jwe}\nabc\n${other}\nabc`)).toEqual([jwe, other]);
  });

  it('joins a signature that white space broke, when it is then whole', () => {
    const broken = token.replace(/(.{8})$/, ' $1');
    const pieces = `${token.slice(0, -20)}\n${token.slice(-20, -10)}\n  ${token.slice(-10)} and more`;
    expect(found(`x ${broken} y`)).toEqual([token]);
    expect(found(pieces)).toEqual([token]);
    expect(found(`${token.slice(0, -8)} nothing`)).toEqual([token.slice(0, -8)]);
  });

  it('does not take a damaged token that stands alone for another one', () => {
    const visible = [...'?#$!*,;:\'"()<>{}[]|&@^/+\\%`'];
    const positions = [5, 45, token.lastIndexOf('.') + 1, token.length - 9];
    for (const at of positions) {
      for (const character of visible) {
        expect(found(token.slice(0, at) + character + token.slice(at))).toEqual([]);
      }
    }
  });

  it.each([
    'v1.2.3, 10.0.0-rc.1, 192.168.1.1',
    '/static/app.4f3a2b1c.chunk.js?v=1.2.3',
    'com.google.common.base.Joiner.on(",").skipNulls().join(exampleCollectionOfThings.stream)',
    encode('{"not":"a jwt"}'),
    [encode('{"not":"a jwt"}'), encode('{"not":"a jwt"}'), 'abc'].join('.'),
    // A Flask session cookie: a JSON object, a time and a signature.
    'eyJ1c2VyIjoiam9lIn0.ZyA1Qg.0r7s6oYzTzIfW2tGmQx3bG5mQ3s',
    `${token}.x`,
    `it begins with ${token.split('.')[0]}... and so on`,
    `it begins with ${token.split('.')[0]}..`,
    `it is ${token.split('.').slice(0, 2).join('.')}... and so on`,
    `${token}.a.b.c`,
    `.${token}`,
    `abc${token}`,
    token.slice(0, token.lastIndexOf('.')),
    token.replace('.', '\uff0e'),
    `${token.split('.').slice(0, 2).join('.')}./aeG6COiFsdWyvXgtLmu6WiOcAisobzEA2DVhDpVRDs`,
    `${token.slice(0, -4)}?`,
    `${token.slice(0, -4)}!!!!`,
    encode('{"alg":"HS256"').concat('.', payload, '.AAAA'),
    encode('["alg"]').concat('.', payload, '.AAAA'),
    `${encode('{"alg":"HS256"}')}.${payload}A.AAAA`,
  ])('is not fooled by %j', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('takes linear time for hostile texts', () => {
    expect(found('eyJ'.repeat(350_000))).toEqual([]);
    expect(found(`eyJhbGciOiJIUzI1NiJ9${'.'.repeat(1_000_000)}`)).toEqual([]);
    expect(found(`eyJhbGciOiJIUzI1NiJ9.${'a.'.repeat(200_000)}!`)).toEqual([]);
    expect(found('%2e'.repeat(200_000))).toEqual([]);
    const short = `${encode('{"alg":"HS256"}')}.e30.abc`;
    expect(found(`${short} def `.repeat(20_000))).toHaveLength(20_000);
  }, 60_000);

  it('finds nothing that does not read as a token, and gives each its place', () => {
    const piece = fc.constantFrom(
      token,
      unsecured,
      jwe,
      token.slice(5),
      '.',
      ' ',
      '"',
      '%2E',
      '%20',
      '~',
      '\n',
      'x',
      '=',
      'é',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        for (const each of findTokens(text)) {
          expect(readToken(each.text).valid).toBe(true);
          const { start, end } = each.span;
          expect(text.slice(start, end).replace(/%2E/g, '.').replace(/\n/g, '')).toBe(each.text);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

const suite = vectors('detect');
describe.skipIf(!suite)(suite ? 'the shared vectors' : vectorsAbsent, () => {
  const cases = (suite ?? []).filter((each) => each.expect.tokens);
  it('has cases to read', () => expect(cases).not.toEqual([]));

  it.each(cases.map((each) => [each.id, each] as const))('%s', (_, each) => {
    const wanted = each.expect.tokens as string[];
    expect(found(each.input ?? '').map((text) => text.split('~')[0])).toEqual(wanted);
  });
});
