import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import manifest from '../../manifest.json' with { type: 'json' };
import messages from '../../src/_locales/en/messages.json' with { type: 'json' };

const permissions = readFileSync('docs/store/permissions.md', 'utf8');
const listing = readFileSync('docs/store/listing.md', 'utf8');

describe('the texts for the stores', () => {
  const asked = [
    ...manifest.permissions,
    ...manifest.host_permissions,
    ...manifest.optional_permissions,
    ...manifest.optional_host_permissions,
  ];

  it.each(asked)('say why %s is asked for', (name) => {
    expect(permissions).toContain(`\`${name}\``);
  });

  it('name no permission that is not asked for', () => {
    const named = [...permissions.matchAll(/^\| (.+?) +\|/gm)]
      .slice(2)
      .flatMap(([, cell = '']) => [...cell.matchAll(/`([^`]+)`/g)].map((found) => found[1]));
    expect(named.filter((name) => !asked.includes(name ?? ''))).toEqual([]);
  });

  it('have the name and the summary of the package, within the stores\u2019 limits', () => {
    expect(listing).toContain(messages.extensionName.message);
    expect(listing).toContain(messages.extensionDescription.message);
    expect(messages.extensionName.message.length).toBeLessThanOrEqual(75);
    expect(messages.extensionDescription.message.length).toBeLessThanOrEqual(132);
  });

  it('declare that nothing is collected, as the manifest does', () => {
    expect(manifest.browser_specific_settings.gecko.data_collection_permissions).toEqual({
      required: ['none'],
    });
    expect(readFileSync('docs/privacy.md', 'utf8')).toContain(
      'Data collection, as the stores ask for it: **none**',
    );
  });
});

test.each(['docs/store/panel-light.png', 'docs/store/panel-dark.png'])(
  '%s has the size that the stores take',
  (file) => {
    const header = readFileSync(file).subarray(16, 24);
    expect([header.readUInt32BE(0), header.readUInt32BE(4)]).toEqual([1280, 800]);
  },
);

test('SECURITY.md says what is protected, against whom, what is not claimed, and where to report', () => {
  const text = readFileSync('SECURITY.md', 'utf8');
  for (const heading of [
    'What we protect',
    'Whom we defend against',
    'Whom we cannot defend against',
    'Non-goals',
    'Reporting a vulnerability',
  ])
    expect(text).toContain(`\n## ${heading}\n`);
  expect(text).not.toMatch(/[\w.]+@[\w.]+/);
  const tests = [...text.matchAll(/`(test\/[^`]+\.test\.ts)`/g)].map((found) => found[1] ?? '');
  expect(tests.length).toBeGreaterThan(3);
  expect(tests.filter((file) => !existsSync(file))).toEqual([]);
});
