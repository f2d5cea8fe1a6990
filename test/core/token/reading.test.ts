import { describe, expect, it } from 'vitest';
import { readingOf } from '../../../src/core/token/reading';

const encode = (text: string) => Buffer.from(text).toString('base64url');
const token = `${encode('{"alg":"HS256"}')}.${encode('{"sub":"joe"}')}.AAAA`;
/** Made by Flask 2.2 with itsdangerous 2.1 on 22 November 2026. */
const flask = 'eyJ1c2VyIjoiam9lIiwibiI6MX0.awKY0A.Dvp24TSPjOZhaeh8aRmPi-icsQU';
const github = `ghp_${'aB3'.repeat(12)}`;

describe('a text reads as', () => {
  it('the token that it is, and nothing else', () => {
    const reading = readingOf(token);
    expect(reading.layers.map(({ text }) => text)).toEqual([token]);
    expect(reading).not.toHaveProperty('mended');
    expect(reading).not.toHaveProperty('lookalike');
  });

  it('the token that it probably was', () => {
    expect(readingOf(encode(token))).toMatchObject({
      mended: { text: token, causes: ['cause-encoded-twice'] },
    });
  });

  // biome-ignore format: a table
  it.each([
    ['flask-session', flask,  flask],
    ['flask-session', flask,  `Set-Cookie: session=${flask}; HttpOnly; Path=/`],
    ['github-token',  github, `Authorization: token ${github}`],
    ['github-token',  github, `GITHUB_TOKEN="${github}"`],
    ['uuid',          '123e4567-e89b-42d3-a456-426614174000', '123e4567-e89b-42d3-a456-426614174000'],
  ])('%s: %s in %s', (kind, text, given) => {
    expect(readingOf(given).lookalike).toMatchObject({ kind, text });
  });

  it.each([
    'This is no token at all.',
    'user 123e4567-e89b-42d3-a456-426614174000 signed in',
    token.slice(0, 30),
    'eyJhbGciOiJIUzI1NiJ9',
  ])('no look-alike where it is prose or a damaged token: %s', (text) => {
    expect(readingOf(text)).not.toHaveProperty('lookalike');
  });
});
