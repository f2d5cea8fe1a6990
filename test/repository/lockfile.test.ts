import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { licences } from '../../.ci/licences.mjs';
import pkg from '../../package.json' with { type: 'json' };
import lock from '../../package-lock.json' with { type: 'json' };

interface Entry {
  version?: string;
  integrity?: string;
  resolved?: string;
  license?: string;
  link?: boolean;
  hasInstallScript?: boolean;
  dev?: boolean;
  optional?: boolean;
}

/** Licences that let the packages be given on under MIT, and the tools be used. */
const allowed: ReadonlySet<string> = new Set(
  `MIT ISC BSD-2-Clause BSD-3-Clause 0BSD Apache-2.0 MPL-2.0 CC0-1.0 BlueOak-1.0.0 Python-2.0 MIT\u00a0OR\u00a0Apache-2.0`
    .split(' ')
    .map((name) => name.replaceAll('\u00a0', ' ')),
);

/**
 * The linter's binaries for systems other than the one this lockfile was made on: npm knew no digest of them there, and
 * takes one when it installs them. They are tools, and in no package.
 */
const withoutDigest = /^node_modules\/@biomejs\/cli-(android|darwin|win32|linux-\w+-musl)/;

function faults(packages: Readonly<Record<string, Entry>>): string[] {
  return Object.entries(packages)
    .filter(([path]) => path !== '')
    .flatMap(([path, entry]) => faultsOf(path, entry).map((fault) => `${path}: ${fault}`));
}

function faultsOf(path: string, entry: Entry): string[] {
  const isExcused = withoutDigest.test(path) && entry.dev === true && entry.optional === true;
  return [
    ...(/^sha512-[A-Za-z0-9+/]{86}==$/.test(entry.integrity ?? '') || isExcused ? [] : ['no integrity']),
    ...(entry.hasInstallScript ? ['an install script'] : []),
    ...(entry.link || /^(git|file|https?:)/.test(entry.resolved ?? '') ? ['from elsewhere'] : []),
    ...(allowed.has(entry.license ?? '') ? [] : [`licence ${entry.license}`]),
  ];
}

test('the lockfile keeps the rules', () => {
  expect(faults(lock.packages as Record<string, Entry>)).toEqual([]);
});

const good: Entry = { version: '1.0.0', integrity: `sha512-${'A'.repeat(86)}==`, license: 'MIT' };
it.each([
  [{ ...good, integrity: undefined }, 'no integrity'],
  [{ ...good, integrity: 'sha1-abc' }, 'no integrity'],
  [{ ...good, hasInstallScript: true }, 'an install script'],
  [{ ...good, resolved: 'git+ssh://host.example/x' }, 'from elsewhere'],
  [{ ...good, link: true }, 'from elsewhere'],
  [{ ...good, license: 'GPL-3.0' }, 'licence GPL-3.0'],
  [{ ...good, license: undefined }, 'licence undefined'],
])('a violation planted in it is found (%#)', (entry, fault) => {
  expect(faults({ 'node_modules/x': entry as Entry })).toEqual([`node_modules/x: ${fault}`]);
  expect(faults({ 'node_modules/x': good })).toEqual([]);
});

describe('what we depend on', () => {
  const versions = Object.entries({ ...pkg.dependencies, ...pkg.devDependencies });

  test('is named by exact version', () => {
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  test('is little in the packages', () => {
    const inside = Object.entries(lock.packages as Record<string, Entry>).filter(
      ([path, { dev, optional }]) => path !== '' && !dev && !optional,
    );
    expect(inside.length).toBeLessThan(16);
  });

  test('runs no script when it is installed', () => {
    expect(readFileSync('.npmrc', 'utf8')).toContain('ignore-scripts=true');
  });

  test('is listed with its licences in docs/licences.md; `npm run licences` writes it', () => {
    expect(readFileSync('docs/licences.md', 'utf8')).toBe(licences());
  });
});
