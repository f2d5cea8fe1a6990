import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import manifest from '../manifest.json' with { type: 'json' };
import pkg from '../package.json' with { type: 'json' };
import lock from '../package-lock.json' with { type: 'json' };
import { manifestFor } from '../vite.config';
import { filesBelow, root } from './sources';

const chrome = manifestFor('chrome');
const firefox = manifestFor('firefox');

test('the permissions are exactly the intended ones', () => {
  for (const built of [chrome, firefox]) {
    expect(built.permissions).toEqual([
      'storage',
      'webRequest',
      'activeTab',
      'alarms',
      'contextMenus',
      'declarativeNetRequestWithHostAccess',
    ]);
    // Chromium's * stands for http and https alone.
    const hosts = ['*', 'ws', 'wss'].flatMap((scheme) => [
      `${scheme}://localhost/*`,
      `${scheme}://127.0.0.1/*`,
    ]);
    expect(built.host_permissions).toEqual(hosts);
    expect(built.optional_permissions).toEqual(['notifications']);
    expect(built.optional_host_permissions).toEqual(['<all_urls>']);
    expect(Object.keys(built)).not.toEqual(
      expect.arrayContaining([
        expect.stringMatching(/content_scripts|web_accessible|externally_connectable/),
      ]),
    );
  }
});

/**
 * What Chrome tells the user of each permission when the extension is installed, or when it asks later (Chrome's
 * "Permission warning guidelines"). Nothing that is required beyond the hosts has a warning.
 */
const warnings: Readonly<Record<string, string | undefined>> = {
  storage: undefined,
  webRequest: undefined,
  activeTab: undefined,
  alarms: undefined,
  contextMenus: undefined,
  declarativeNetRequestWithHostAccess: undefined,
  notifications: 'Display notifications',
};

test('no required permission adds a warning, and each optional one has one', () => {
  for (const name of manifest.permissions) expect([name, warnings[name]]).toEqual([name, undefined]);
  for (const name of [...manifest.permissions, ...manifest.optional_permissions])
    expect(Object.keys(warnings)).toContain(name);
  for (const name of manifest.optional_permissions) expect(warnings[name]).toBeTypeOf('string');
});

test('each browser gets its own keys and none of the other', () => {
  expect(chrome.background).toEqual({ service_worker: 'src/background.ts', type: 'module' });
  expect(firefox.background).toEqual({ scripts: ['src/background.ts'], type: 'module' });
  expect(chrome).not.toHaveProperty('browser_specific_settings');
  expect(firefox).not.toHaveProperty('minimum_chrome_version');
  const others = (built: Record<string, unknown>) =>
    Object.keys(built).filter(
      (key) => !/background|browser_specific_settings|minimum_chrome_version/.test(key),
    );
  expect(others(chrome)).toEqual(others(firefox));
});

test('private windows are entered only where the browser tells which request is private', () => {
  expect([chrome.incognito, firefox.incognito]).toEqual(['not_allowed', 'spanning']);
});

test('the policy of our pages blocks every kind of connection', () => {
  const policy = manifest.content_security_policy.extension_pages;
  const directives = new Map(
    policy.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources.join(' ')];
    }),
  );
  expect(directives.get('default-src')).toBe("'none'");
  expect(directives.has('connect-src')).toBe(false);
  expect(directives.get('webrtc')).toBe("'block'");
  expect(directives.get('require-trusted-types-for')).toBe("'script'");
  expect(policy).not.toMatch(/https?:|wss?:|\*|unsafe-/);
});

test('the policy of our pages is the one that was designed, word for word', () => {
  expect(manifest.content_security_policy.extension_pages.split('; ')).toEqual([
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "webrtc 'block'",
    "require-trusted-types-for 'script'",
    'trusted-types claimscope-worker',
  ]);
});

test('there is one version number, in package.json', () => {
  expect(manifest.version).toBe('0.0.0');
  expect([chrome.version, firefox.version]).toEqual([pkg.version, pkg.version]);
  expect([lock.version, lock.packages[''].version]).toEqual([pkg.version, pkg.version]);
  const others = filesBelow('src', /\.(tsx?|html|json)$/).filter(({ text }) =>
    text.includes(`'${pkg.version}'`),
  );
  expect(others.map(({ path }) => path)).toEqual([]);
});

test('the changelog tells of this version', () => {
  const changelog = readFileSync(join(root, 'CHANGELOG.md'), 'utf8');
  expect(changelog).toContain(`\n## ${pkg.version}\n`);
});
