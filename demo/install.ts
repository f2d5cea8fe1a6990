import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { findBrowser, overrides } from './findBrowser';
import { findPython } from './flask';
import { step } from './step.mjs';

export type Need = 'chromium' | 'firefox' | 'flask' | 'languages';

interface Way {
  present(): boolean;
  /** Packages of Debian. */
  packages: readonly string[];
  /** For people on any other system. */
  sentence: string;
}

/** What runs the code that Claimscope offers; each exits with 0 where it is there. */
const programs: readonly [command: string, ...args: string[]][] = [
  ['/usr/bin/python3', '-m', 'pytest', '--version'],
  ['go', 'version'],
  ['test', '-d', '/usr/share/gocode/src/github.com/golang-jwt/jwt'],
  ['ruby', '-e', 'require "jwt"'],
  ['http', '--version'],
  ['curl', '--version'],
];

const ways: Record<Need, Way> = {
  chromium: {
    present: () => findBrowser('chromium') !== undefined,
    packages: ['chromium'],
    sentence: `Install Chrome, Chromium, Edge or Brave, or set ${overrides.chromium} to the program's path.`,
  },
  firefox: {
    present: () => findBrowser('firefox') !== undefined,
    packages: ['firefox-esr'],
    sentence: `Install Firefox, or set ${overrides.firefox} to the program's path.`,
  },
  flask: {
    present: () => findPython() !== undefined,
    packages: ['python3-flask', 'python3-jwt', 'python3-cryptography'],
    sentence: 'Install Python 3 with the packages flask, pyjwt and cryptography.',
  },
  languages: {
    present: () => programs.every(([command, ...args]) => spawnSync(command, args).status === 0),
    packages: [
      'python3-pytest',
      'golang-go',
      'golang-github-golang-jwt-jwt-dev',
      'ruby',
      'ruby-jwt',
      'httpie',
      'curl',
    ],
    sentence:
      'Install pytest, Go with golang-jwt 4, Ruby with jwt, HTTPie and curl, as Debian packages them.',
  },
};

/** Installs what is missing on Debian as root; anywhere else throws with one sentence that says what to install. */
export async function ensure(needs: readonly Need[]): Promise<void> {
  const missing = needs.map((need) => ways[need]).filter((way) => !way.present());
  if (missing.length === 0) return;
  if (isDebian() && process.getuid?.() === 0) await installPackages(missing.flatMap((way) => way.packages));
  const absent = missing.filter((way) => !way.present());
  if (absent.length > 0) throw new Error(absent.map((way) => way.sentence).join('\n'));
}

async function installPackages(packages: readonly string[]): Promise<void> {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await step('Reading the package lists', ['apt-get', 'update'], { env });
  const install = ['apt-get', 'install', '-y', '--no-install-recommends', ...packages];
  await step(`Installing ${packages.join(', ')}`, install, { env });
}

function isDebian(): boolean {
  try {
    return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}
