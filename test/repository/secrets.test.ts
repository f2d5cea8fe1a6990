import { readFileSync } from 'node:fs';
import { expect, it, test } from 'vitest';
import { sourceFiles } from '../../.ci/sources.mjs';
import { secretKindOf } from '../../src/core/findings/secrets';

/** Keys of services by their look, private keys, and what a careless commit brings along from somebody's machine. */
function suspicions(text: string): string[] {
  return text.split('\n').flatMap((line, at) => {
    const kind = kindOf(line);
    return kind ? [`line ${at + 1}: ${kind}`] : [];
  });
}

function kindOf(line: string): string | undefined {
  const service = secretKindOf(line);
  if (service !== undefined && !isExample(line)) return service;
  if (
    /-----BEGIN [A-Z ]*PRIVATE KEY-----\s*$|-----BEGIN [A-Z ]*PRIVATE KEY-----(\\n)?[A-Za-z0-9+/]{40}/.test(
      line,
    )
  )
    return 'private key';
  return /_authToken\s*=|\/\/[^/\s]+\/:_password/.test(line) ? 'registry login' : undefined;
}

/** An address with a password whose host nobody can own (RFC 2606, RFC 6761), or which is here on this computer. */
function isExample(line: string): boolean {
  const hosts = [...line.matchAll(/:\/\/[^\s:/@]+:[^\s:/@]+@([^\s/:@'"`]+)/g)].map((found) => found[1] ?? '');
  return (
    hosts.length > 0 &&
    hosts.every((host) => /(^|\.)(example|test|invalid|localhost)(\.(com|org|net))?$|^127\./.test(host))
  );
}

/** Keys made for tests, and texts that resemble keys, stand in the tests of what reads them. */
const madeForTests = /^test\/(core\/(key|token|sign|verify)|interop)\//;

const texts = sourceFiles()
  .filter(
    (path) => !/\.(png|ico|woff2?)$/.test(path) && path !== 'package-lock.json' && !madeForTests.test(path),
  )
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }));

test('no file holds a secret', () => {
  expect(texts.length).toBeGreaterThan(300);
  const found = texts.flatMap(({ path, text }) => suspicions(text).map((each) => `${path}: ${each}`));
  expect(found).toEqual([]);
});

it.each([
  `const key = 'AKIA${'A2B3C4D5E6F7G2H3'}';`,
  `token: ghp_${'a1B2'.repeat(9)}`,
  `-----BEGIN RSA ${'PRIVATE'} KEY-----`,
  `"-----BEGIN ${'PRIVATE'} KEY-----\\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEA"`,
  `postgres${'://'}app:hunter2@db.acme.io/orders`,
  `//registry.acme.io/:${'_authToken'}=abc`,
])('one that is planted is found: %#', (planted) => {
  expect(suspicions(`a\n${planted}\n`)).toHaveLength(1);
});
