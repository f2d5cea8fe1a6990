import { existsSync, readFileSync } from 'node:fs';

/** One entry of the shared test vectors, which lie beside the checkout and never in it. */
export interface Case {
  id: string;
  op: string;
  token?: string;
  input?: string;
  gen?: TokenRecipe;
  key: unknown;
  ctx?: Record<string, unknown>;
  tags?: readonly string[];
  requires?: readonly string[];
  expect: Record<string, unknown>;
}

export interface TokenRecipe {
  raw?: TextRecipe;
  header_text?: string;
  header?: TextRecipe;
  payload_text?: string;
  payload?: TextRecipe;
  secret?: string;
}

interface TextRecipe {
  prefix?: string;
  suffix?: string;
  unit?: string;
  open?: string;
  mid?: string;
  close?: string;
  n: number;
}

const folder = new URL('../../shared/vectors/', import.meta.url);

/** What a suite that needs the vectors says in its title where they are absent. */
export const vectorsAbsent = 'not run: shared vectors absent';

/** The cases of one suite; undefined where the vectors are absent. */
export function vectors(suite: string): Case[] | undefined {
  const file = new URL(`${suite}.json`, folder);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Case[]) : undefined;
}

/** The text that a recipe for a big input stands for. */
export function bigText(recipe: TextRecipe): string {
  const { prefix = '', suffix = '', n } = recipe;
  if (recipe.open !== undefined) {
    return prefix + recipe.open.repeat(n) + (recipe.mid ?? '') + (recipe.close ?? '').repeat(n) + suffix;
  }
  const unit = recipe.unit ?? '';
  const numbered = unit.includes('%d');
  const body = numbered
    ? Array.from({ length: n }, (_, at) => unit.replaceAll('%d', String(at))).join('')
    : unit.repeat(n);
  return prefix + body + suffix;
}

/** The token of a case. A recipe's token carries `signature` in place of its own, which decoding does not look at. */
export function tokenOf(each: Case, signature = 'AAAA'): string {
  if (!each.gen) return each.token ?? '';
  if (each.gen.raw) return bigText(each.gen.raw);
  const encode = (text: string) => Buffer.from(text).toString('base64url');
  const header = each.gen.header_text ?? (each.gen.header ? bigText(each.gen.header) : '');
  const payload = each.gen.payload_text ?? (each.gen.payload ? bigText(each.gen.payload) : '');
  return `${encode(header)}.${encode(payload)}.${signature}`;
}
