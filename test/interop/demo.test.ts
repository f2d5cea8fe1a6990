import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startFlask } from '../../demo/flask';
import { type Site, startSite } from '../../demo/site';
import { causes } from './causes';

interface Reply {
  status: number;
  message: string;
}

describe('the demo in Node answers as real Flask and PyJWT do', () => {
  let sites: Site[];
  beforeAll(async () => {
    sites = await Promise.all([startFlask(), startSite()]);
  });
  afterAll(() => Promise.all(sites.map((site) => site.close())));

  /** Flask's reply first. */
  const replies = (path: string, init: RequestInit = {}) =>
    Promise.all(
      sites.map(async ({ url }): Promise<Reply> => {
        const response = await fetch(new URL(path, url), init);
        const { message } = (await response.json()) as { message: string };
        return { status: response.status, message };
      }),
    );

  test.each(causes)('$title', async ({ header, refusal }) => {
    const Authorization = header('john_doe', Math.floor(Date.now() / 1000));
    const expected =
      refusal === undefined ? { status: 200, message: 'Hello, john_doe' } : { status: 401, message: refusal };
    expect(await replies('/protected', { headers: { Authorization } })).toEqual([expected, expected]);
  });

  test.each(['/protected', '/api/profile', '/api/rs256'])('%s without a token', async (path) => {
    const expected = { status: 401, message: 'Token is missing' };
    expect(await replies(path)).toEqual([expected, expected]);
  });

  test.each([
    ['/login', '/protected', '', 200],
    ['/login', '/api/profile', 'Bearer ', 200],
    ['/tokens/short', '/protected', '', 200],
    ['/tokens/expired', '/protected', '', 401],
    ['/tokens/foreign', '/protected', '', 401],
    ['/tokens/rs256', '/api/rs256', 'Bearer ', 200],
    ['/tokens/rs256', '/protected', '', 401],
  ])('a token of %s at %s', async (from, to, scheme, status) => {
    for (const { url } of sites) {
      const issued = await fetch(new URL(from, url), { method: 'POST' });
      const { token } = (await issued.json()) as { token: string };
      const response = await fetch(new URL(to, url), { headers: { Authorization: scheme + token } });
      expect(response.status, url).toBe(status);
    }
  });
});
