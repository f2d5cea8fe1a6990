import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import manifest from '../../manifest.json' with { type: 'json' };
import messages from '../../src/_locales/en/messages.json' with { type: 'json' };

const permissions = readFileSync('docs/store/permissions.md', 'utf8');
const listing = readFileSync('docs/store/listing.md', 'utf8');

/** What the table of permissions lacks, or has too much. */
function faults(text: string, asked: readonly string[]): string[] {
  const named = [...text.matchAll(/^\| (.+?) +\|/gm)]
    .slice(2)
    .flatMap(([, cell = '']) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));
  return [
    ...asked.filter((name) => !named.includes(name)).map((name) => `${name} is not explained`),
    ...named.filter((name) => !asked.includes(name)).map((name) => `${name} is not asked for`),
  ];
}

describe('the texts for the stores', () => {
  const asked = [
    ...manifest.permissions,
    ...manifest.host_permissions,
    ...manifest.optional_permissions,
    ...manifest.optional_host_permissions,
  ];

  it('say why each permission is asked for, and name no other', () => {
    expect(faults(permissions, asked)).toEqual([]);
  });

  it('would show one that is asked for and not explained, or explained and not asked for', () => {
    expect(faults(permissions, [...asked, 'tabs'])).toEqual(['tabs is not explained']);
    expect(faults(permissions, asked.slice(1))).toEqual([`${asked[0]} is not asked for`]);
  });

  it('have the name and the summary of the package, within the stores\u2019 limits', () => {
    expect(listing).toContain(messages.extensionName.message);
    expect(listing).toContain(messages.extensionDescription.message);
    expect(messages.extensionName.message.length).toBeLessThanOrEqual(75);
    expect(messages.extensionDescription.message.length).toBeLessThanOrEqual(132);
  });

  it('call things by the names that the user sees', () => {
    expect(permissions).toContain(`"${messages.menu_inspect.message}"`);
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

/** What SECURITY.md has to have, and has not. */
function securityFaults(text: string): string[] {
  const headings = [
    'What we protect',
    'Whom we defend against',
    'Whom we cannot defend against',
    'Non-goals',
    'Reporting a vulnerability',
  ];
  const tests = [...text.matchAll(/`(test\/[^`]+\.test\.ts)`/g)].map(([, file = '']) => file);
  return [
    ...headings.filter((heading) => !text.includes(`\n## ${heading}\n`)).map((heading) => `lacks ${heading}`),
    ...(/[\w.]+@[\w.]+/.test(text) ? ['an address that may be nobody\u2019s'] : []),
    ...(tests.length > 3 ? [] : ['names no tests']),
    ...tests.filter((file) => !existsSync(file)).map((file) => `${file} is not there`),
  ];
}

const security = readFileSync('SECURITY.md', 'utf8');

test('SECURITY.md says what is protected, against whom, what is not claimed, and where to report', () => {
  expect(securityFaults(security)).toEqual([]);
});

test.each([
  [security.replace('\n## Non-goals\n', ''), 'lacks Non-goals'],
  [`${security} security@claimscope.example`, 'an address that may be nobody\u2019s'],
  [security.replaceAll('`test/', '`tests/'), 'names no tests'],
  [security.replace('faults.test.ts', 'gone.test.ts'), 'test/e2e/gone.test.ts is not there'],
])('a fault planted in it is found (%#)', (text, fault) => {
  expect(securityFaults(text)).toEqual([fault]);
});
