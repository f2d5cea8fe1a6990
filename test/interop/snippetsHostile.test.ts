import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readToken } from '../../src/core/token/read';
import { partOf } from '../../src/core/token/token';
import { codeFor, environmentFor, seenWith, tokenOf } from './codeFor';
import { openWorkshop, type Workshop } from './runCode';

const languages = ['pyjwt', 'jose', 'jsonwebtoken', 'go', 'ruby'] as const;

let workshop: Workshop;
beforeAll(() => {
  workshop = openWorkshop();
});
afterAll(() => workshop?.close());

/** Texts that end a literal, start an expression, hide or turn what follows, in some language. */
const hostile = [
  '"; system("id"); //',
  "'; DROP TABLE users; --",
  '"""\nimport os\n"""',
  `\${7*7} #{7*7} #@x #$0 %s {{7*7}} \`id\` $(id)`,
  'back\\slash \\" \\u0041 \\x41 \\n',
  'a\r\nb\tc\0d\u0007\u001b[31m',
  'line\u2028paragraph\u2029',
  'turned \u202e around, joined\u200d, \ufeffmark',
  'grüße 日本語 😀 é',
  '*/ <!-- </script> -->',
];

const strange = {
  ...Object.fromEntries(hostile.map((text, at) => [`${at} ${text}`, text])),
  nested: { list: [1, -1, 0.5, 1e21, 1e-7, true, false, null, [], {}, [[]], ...hostile] },
  constructor: 'x',
  end: 1,
};
/** JSON.stringify would leave this name out. */
const payload = JSON.stringify(strange).replace(
  '"end":1',
  '"__proto__":{"admin":true},"big":9007199254740993,"end":1.0',
);

/** jsonwebtoken takes these names for functions of its own, so it is not offered for them. */
const payloads: Partial<Record<string, string>> = {
  jsonwebtoken: payload.replace('"__proto__":{"admin":true},', '').replace('"constructor":"x",', ''),
};

/** Of a header it writes ASCII only. */
const kids: Partial<Record<string, string>> = { jsonwebtoken: hostile.slice(0, 6).join('\n') };

test('jsonwebtoken is not offered to make what it stumbles over', () => {
  expect(codeFor(tokenOf('HS256', payload)).offers('jsonwebtoken', 'create')).toBe(false);
  const named = tokenOf('HS256', { sub: 'x' }, { alg: 'HS256', kid: 'é' });
  expect(codeFor(named).offers('jsonwebtoken', 'create')).toBe(false);
});

describe.each(languages)('%s', (language) => {
  test('makes a token with hostile names and values exactly as they are', () => {
    const token = tokenOf('HS256', payloads[language] ?? payload, {
      alg: 'HS256',
      typ: 'x"y\\',
      kid: kids[language] ?? hostile.join('\n'),
    });
    const made = workshop.run(codeFor(token).piece(language, 'create'), environmentFor('HS256', token));
    expect(made.code, made.errors).toBe(0);
    const again = readToken(made.output);
    const textOf = (read: typeof again, name: 'header' | 'payload') => partOf(read, name)?.text ?? '';
    const parsed = (text: string) =>
      JSON.parse(text, (_name, value) =>
        // Compared member by member: an object would take __proto__ for something else.
        value !== null && typeof value === 'object' && !Array.isArray(value)
          ? Object.entries(value).sort()
          : value,
      );
    expect(parsed(textOf(again, 'payload'))).toEqual(parsed(payloads[language] ?? payload));
    expect(parsed(textOf(again, 'header'))).toEqual(parsed(textOf(readToken(token), 'header')));
    const exact = textOf(again, 'payload').includes('9007199254740993');
    const { notes } = codeFor(token).piece(language, 'create');
    expect(exact).toBe(!notes.includes('rounds'));
  });

  test('expects hostile audiences and issuers exactly as they are', () => {
    for (const text of hostile) {
      const token = tokenOf('HS256', { aud: text, iss: text, sub: 'x' });
      const env = environmentFor('HS256', token);
      const right = codeFor(token, { audiences: [text], issuers: [text] }).piece(language, 'verify');
      const { code, errors } = workshop.run(right, env);
      expect(code, errors).toBe(0);
    }
    const token = tokenOf('HS256', { aud: hostile[0], iss: 'x' });
    const wrong = codeFor(token, { audiences: hostile.slice(1) }).piece(language, 'verify');
    expect(workshop.run(wrong, environmentFor('HS256', token)).code).not.toBe(0);
  });
});

test('no secret and no token stands in any piece of code', () => {
  const token = tokenOf('HS256', { sub: 'x', exp: 1 });
  const seen = seenWith(token, { url: `http://127.0.0.1/a?access_token=${token}&x=1` });
  for (const { code } of codeFor(token, {}, { seen }).all) expect(code).not.toContain(token.split('.')[2]);
});

describe('a request sent again', () => {
  const got: { method: string; url: string; authorization: string; cookie: string }[] = [];
  const server = createServer(({ method = '', url = '', headers }, response) => {
    const { authorization = '', cookie = '' } = headers;
    got.push({ method, url, authorization, cookie });
    response.end('{}');
  });
  let origin = '';
  beforeAll(async () => {
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((done) => server.close(done)));

  const token = tokenOf('HS256', { sub: 'x' });
  const other = tokenOf('HS256', { sub: 'y' });

  /** What the server gets from the command; it runs while this process answers. */
  async function sentBy(language: 'curl' | 'httpie', seen: ReturnType<typeof seenWith>) {
    const { code } = codeFor(token, {}, { seen }).piece(language, 'send');
    const { spawn } = await import('node:child_process');
    const child = spawn('sh', ['-c', code], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { PATH: process.env.PATH, HOME: '/nonexistent', LANG: 'C.UTF-8', TOKEN: token, TOKEN_2: other },
    });
    let errors = '';
    child.stderr.on('data', (data) => {
      errors += data;
    });
    const exit = await new Promise((done) => child.once('close', done));
    expect(exit, errors + code).toBe(0);
    return got.at(-1);
  }

  describe.each(['curl', 'httpie'] as const)('by %s', (language) => {
    test.each([
      ['raw', '', '/protected'],
      ['Bearer', 'Bearer ', '/api/profile?x=1&y=2'],
      ['quoted', 'Token token="', '/a'],
      ['a hostile scheme', `$(id) \`id\` ' !x `, '/a'],
      ['brackets', '', '/a?ids[]=1&ids[]=2&range=[1-3]&set={a,b}'],
      ['quotes in the address', '', `/a?q='%22$(id)\`id\`;!x&b=$HOME|*~#`],
      ['a percent sign', '', '/a%20b?c=%2F%25'],
    ])('%s', async (_title, before, path) => {
      const after = before.endsWith('"') ? '"' : '';
      const url = origin + path.replace(/#$/, '');
      const sent = await sentBy(language, seenWith(token, { url, before, after }));
      // HTTPie writes some signs by their number, which means the same.
      const plain = (text: string) => (language === 'httpie' ? decodeURIComponent(text) : text);
      expect(sent && { ...sent, url: plain(sent.url) }).toEqual({
        method: 'GET',
        url: plain(url.slice(origin.length)),
        authorization: before + token + after,
        cookie: '',
      });
    });

    test('with its method, cookies and a token in the address', async () => {
      const seen = seenWith(token, { url: `${origin}/a?access_token=${token}&b=1`, method: 'DELETE' });
      const captures = [
        ...seen.exchange.captures,
        { carrier: { place: 'request-cookie', name: 'sid' }, before: '', token: other, after: '' },
        { carrier: { place: 'request-cookie', name: 'also' }, before: '', token, after: '' },
      ] as typeof seen.exchange.captures;
      const sent = await sentBy(language, { ...seen, exchange: { ...seen.exchange, captures } });
      expect(sent).toEqual({
        method: 'DELETE',
        url: `/a?access_token=${token}&b=1`,
        authorization: token,
        cookie: `sid=${other}; also=${token}`,
      });
    });
  });
});
