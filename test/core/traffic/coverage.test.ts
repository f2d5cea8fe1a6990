import { expect, test } from 'vitest';
import { coverageOf } from '../../../src/core/traffic/coverage';
import { covers, patternOf } from '../../../src/core/traffic/hosts';

// origin, allowed, recording, DevTools since, page since, dropped -> notes
test.each([
  ['http://a', true, true, undefined, undefined, 0, ''],
  ['http://a', false, true, undefined, undefined, 0, 'no-permission/allowSite'],
  [undefined, false, true, undefined, undefined, 0, ''],
  ['http://a', false, true, 2000, 1000, 0, 'devtools-late/reload'],
  ['http://a', false, true, 1000, 2000, 0, ''],
  ['http://a', true, true, 2000, 1000, 0, ''],
  ['http://a', true, false, undefined, undefined, 0, 'paused/record'],
  ['http://a', false, false, undefined, undefined, 7, 'paused/record no-permission/allowSite dropped/7'],
] as const)('%s allowed %s recording %s devtools %s page %s dropped %s: %s', (...row) => {
  const [origin, allowed, recording, devtoolsSinceMs, pageSinceMs, dropped, expected] = row;
  const notes = coverageOf({ origin, allowed, recording, devtoolsSinceMs, pageSinceMs, dropped });
  expect(notes.map(({ code, mend, values }) => `${code}/${mend ?? values}`).join(' ')).toBe(expected);
});

test.each([
  ['<all_urls>', 'https://x.example', true],
  ['*://localhost/*', 'http://localhost:5000', true],
  ['*://localhost/*', 'https://localhost', true],
  ['*://localhost/*', 'http://localhost.evil.example', false],
  ['*://127.0.0.1/*', 'http://127.0.0.1:1', true],
  ['https://a.example/*', 'http://a.example', false],
  ['https://*.a.example/*', 'https://b.a.example:8443', true],
  ['https://*.a.example/*', 'https://a.example', true],
  ['https://*.a.example/*', 'https://nota.example', false],
  ['http://a.example:8080/*', 'http://a.example:8080', true],
  ['http://a.example:8080/*', 'http://a.example:9090', false],
  ['*://*/*', 'wss://a.example', true],
  ['nonsense', 'https://a.example', false],
])('pattern %s covers %s: %s', (pattern, origin, expected) => {
  expect(covers([pattern], origin)).toBe(expected);
});

test('the pattern asked for covers the origin it was made from', () => {
  expect(patternOf('http://app.example:8080')).toBe('http://app.example/*');
  expect(covers([patternOf('http://app.example:8080')], 'http://app.example:8080')).toBe(true);
});
