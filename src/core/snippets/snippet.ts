import type { Situation, Source } from './situation';

export const snippetLanguages = [
  'pyjwt',
  'flask',
  'pytest',
  'jose',
  'jsonwebtoken',
  'go',
  'ruby',
  'curl',
  'httpie',
] as const;
export type SnippetLanguage = (typeof snippetLanguages)[number];

export const snippetTasks = ['decode', 'verify', 'create', 'protect', 'test', 'send'] as const;
export type SnippetTask = (typeof snippetTasks)[number];

/** What a reader should know of a piece of code. */
export const snippetNotes = ['audience-unchecked', 'body-unknown', 'rounds', 'flask-file'] as const;
export type SnippetNote = (typeof snippetNotes)[number];

/** A piece of code that runs as it stands, once what it needs is in the environment. */
export interface Snippet {
  language: SnippetLanguage;
  task: SnippetTask;
  /** What to save it as; empty for a line of the shell. */
  file: string;
  code: string;
  notes: readonly SnippetNote[];
}

/** A library: the algorithms that it signs and checks, and the code for each task. */
export interface Library {
  language: SnippetLanguage;
  file: string;
  algorithms: RegExp;
  /** True where it makes no token whose times are no numbers. */
  createsNumbersOnly?: boolean;
  /** Tokens that it stumbles over when it makes them. */
  stumblesOver?(header: Source, claims: Source): boolean;
  /** True where its numbers have 53 bits. */
  rounds?: boolean;
  decode(situation: Situation): string;
  verify(situation: Situation): string;
  create(situation: Situation): string;
}

/** Names of the environment, in which secrets and tokens stay. */
export const names = {
  token: 'TOKEN',
  secret: 'JWT_SECRET',
  publicKey: 'JWT_PUBLIC_KEY',
  privateKey: 'JWT_PRIVATE_KEY',
} as const;

/** The variables that a piece of code reads. */
export function variablesOf(code: string): readonly string[] {
  return Object.values(names).filter((name) => new RegExp(`\\b${name}\\b`).test(code));
}

/** Lines of code; those that are undefined are left out. */
export const lines = (...all: readonly (string | undefined)[]): string =>
  `${all.filter((line) => line !== undefined).join('\n')}\n`;
