import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sourceFiles } from '../../.ci/sources.mjs';
import pkg from '../../package.json' with { type: 'json' };
import { root } from '../sources';

const names = ['chrome', 'firefox', 'source'] as const;
const archive = (name: string) => `claimscope-${pkg.version}-${name}.zip`;
const run = promisify(execFile);

/** `npm run pack`, as npm would run it, in a folder of its own; `environment` is set beside what it leaves out. */
async function packIn(folder: string, environment: NodeJS.ProcessEnv = {}): Promise<void> {
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  for (const mode of ['chrome', 'firefox'])
    await run(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--mode', mode], {
      cwd: folder,
      env: { ...bare(), ...environment },
    });
  await run(process.execPath, ['.ci/pack.mjs'], { cwd: folder, env: bare() });
}

/** Vitest's own marks would switch the build's plugins off. */
function bare(): NodeJS.ProcessEnv {
  const { VITEST: _vitest, NODE_ENV: _env, ...rest } = process.env;
  return { ...rest, TZ: rest.TZ === 'Asia/Tokyo' ? 'UTC' : 'Asia/Tokyo' };
}

describe('npm run pack', () => {
  const folders: string[] = [];
  const bytesOf = (folder: string, name: string) => readFileSync(join(folder, 'dist', archive(name)));
  let first = '';
  let second = '';

  beforeAll(async () => {
    first = mkdtempSync(join(tmpdir(), 'claimscope-pack-'));
    second = mkdtempSync(join(tmpdir(), 'a rather longer folder name '));
    folders.push(first, second);
    for (const path of sourceFiles(root)) {
      mkdirSync(join(first, dirname(path)), { recursive: true });
      cpSync(join(root, path), join(first, path));
    }
    await packIn(first);
    for (const [path, bytes] of Object.entries(unzipSync(bytesOf(first, 'source')))) {
      mkdirSync(join(second, dirname(path)), { recursive: true });
      writeFileSync(join(second, path), bytes);
    }
    await packIn(second, { NODE_ENV: 'development' });
  });
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  test.each(names)(
    'gives the same bytes again from its own source archive, elsewhere, in another zone and for a developer: %s',
    (name) => {
      expect(Buffer.compare(bytesOf(first, name), bytesOf(second, name))).toBe(0);
    },
  );

  test('tells the SHA-256 sums of what it made', () => {
    const sums = names.map(
      (name) => `${createHash('sha256').update(bytesOf(first, name)).digest('hex')}  ${archive(name)}\n`,
    );
    expect(readFileSync(join(first, 'dist/SHA256SUMS'), 'utf8')).toBe(sums.join(''));
  });

  test('shows one byte that differs, and only where it does', async () => {
    const file = join(second, 'dist/chrome/licences.md');
    writeFileSync(file, `${readFileSync(file, 'utf8')} `);
    await run(process.execPath, ['.ci/pack.mjs'], { cwd: second, env: bare() });
    expect(names.filter((name) => Buffer.compare(bytesOf(first, name), bytesOf(second, name)) !== 0)).toEqual(
      ['chrome'],
    );
  });

  test('would not pass the linter with markup that is made from text', async () => {
    const folder = join(second, 'dist/firefox');
    appendFileSync(join(folder, 'service-worker-loader.js'), 'document.body.innerHTML = location.hash;');
    await expect(run(process.execPath, ['.ci/lintFirefox.mjs', folder], { cwd: root })).rejects.toMatchObject(
      {
        code: 1,
        stderr: expect.stringContaining('UNSAFE_VAR_ASSIGNMENT'),
      },
    );
  });

  test.each(['chrome', 'firefox'])(
    '%s: the manifest is at the top, the licences are in, no source map is',
    (name) => {
      const paths = Object.keys(unzipSync(bytesOf(first, name)));
      expect(paths).toEqual(
        expect.arrayContaining(['manifest.json', 'licences.md', '_locales/en/messages.json']),
      );
      expect(paths.filter((path) => /\.(map|ts|tsx)$|(^|\/)tests?\/|node_modules/.test(path))).toEqual([]);
    },
  );

  test('the source archive is what it says: no tools, nothing built, nothing secret', () => {
    const paths = Object.keys(unzipSync(bytesOf(first, 'source')));
    expect(paths).toEqual(
      expect.arrayContaining(['package-lock.json', 'src/background.ts', 'LICENSE', 'README.md']),
    );
    expect(paths.filter((path) => /^(node_modules|dist|\.git|\.cache)\//.test(path))).toEqual([]);
  });
});
