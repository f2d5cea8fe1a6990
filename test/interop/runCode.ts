import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Snippet, SnippetLanguage } from '../../src/core/snippets/snippet';

/** Debian's Python, which has Debian's Flask and PyJWT; another on the PATH may have none. */
const python = '/usr/bin/python3';
const golangJwt = '/usr/share/gocode/src/github.com/golang-jwt/jwt';

/** How a file of each language is run; a line of the shell is handed to a shell. */
const commands: Readonly<Record<SnippetLanguage, (file: string) => readonly string[]>> = {
  pyjwt: (file) => [python, file],
  flask: (file) => [python, file],
  pytest: (file) => [python, '-m', 'pytest', '-q', '-p', 'no:cacheprovider', file],
  jose: (file) => [process.execPath, file],
  jsonwebtoken: (file) => [process.execPath, file],
  go: (file) => ['go', 'run', file],
  ruby: (file) => ['ruby', file],
  curl: () => ['sh', 'command.sh'],
  httpie: () => ['sh', 'command.sh'],
};

/** Debian ships golang-jwt as source, outside of any module cache. */
const goModule = `module snippet

go 1.19

require github.com/golang-jwt/jwt/v4 v4.4.3

replace github.com/golang-jwt/jwt/v4 => ${golangJwt}
`;

export interface Outcome {
  code: number | null;
  output: string;
  /** What it said where it failed. */
  errors: string;
}

export interface Workshop {
  /** Saves a piece of code and runs it, with nothing in the environment but what is given. */
  run(snippet: Pick<Snippet, 'language' | 'file' | 'code'>, variables: Record<string, string>): Outcome;
  /** Saves a file beside it. */
  save(name: string, text: string): void;
  close(): void;
}

/** A folder in which code runs as it would in a user's project with the libraries installed. */
export function openWorkshop(): Workshop {
  const folder = mkdtempSync(join(tmpdir(), 'claimscope-code-'));
  const goCache = resolve('.cache/go');
  mkdirSync(goCache, { recursive: true });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'go.mod'), goModule);
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    LANG: 'C.UTF-8',
    GOFLAGS: '-mod=mod',
    GOPROXY: 'off',
    GOCACHE: goCache,
    PYTHONDONTWRITEBYTECODE: '1',
  };
  return {
    save: (name, text) => writeFileSync(join(folder, name), text),
    run({ language, file, code }, variables) {
      writeFileSync(join(folder, file || 'command.sh'), code);
      const [command = '', ...args] = commands[language](file);
      const { status, stdout, stderr, error } = spawnSync(command, args, {
        cwd: folder,
        env: { ...env, ...variables },
        stdio: ['ignore', 'pipe', 'pipe'],
        encoding: 'utf8',
      });
      if (error) throw error;
      return { code: status, output: stdout.trim(), errors: stderr };
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
