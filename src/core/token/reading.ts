import { type Mended, mendToken } from './causes';
import { isJoseHeader } from './joseHeader';
import { layersOf } from './layers';
import { type Lookalike, type LookalikeKind, lookalikeOf } from './lookalike';
import { readToken } from './read';
import { partOf, type Token } from './token';

/** All that is told of a text without a key. */
export interface Reading {
  /** The token and those nested in it, outermost first. */
  layers: readonly [Token, ...Token[]];
  /** The token that a damaged text probably was. */
  mended?: Mended;
  /** What a text that is no JOSE token resembles, or holds; then it must not be shown as one. */
  lookalike?: LookalikeIn;
}

/** A look-alike, and the text that is one: perhaps only a piece of what was read. */
export interface LookalikeIn extends Lookalike {
  text: string;
}

/** Reads a text as a token, as what it probably was, or as what it only resembles. Never throws. */
export function readingOf(text: string): Reading {
  const token = readToken(text);
  if (token.valid) return { layers: [token, ...layersOf(token).slice(1)] };
  const mended = mendToken(text);
  const lookalike = mended || speaksOfJose(token) ? undefined : lookalikeIn(text);
  return { layers: [token], ...(mended && { mended }), ...(lookalike && { lookalike }) };
}

/** A header that names an algorithm makes a text a damaged token, whatever else it resembles. */
function speaksOfJose(token: Token): boolean {
  const header = partOf(token, 'header');
  const node = header?.json ?? header?.fragment;
  return node !== undefined && isJoseHeader(node);
}

/** In a longer text only a look-alike that cannot be mistaken is worth telling, and only of a text that was pasted by hand. */
const longestText = 20_000;
const vague: ReadonlySet<LookalikeKind> = new Set(['opaque', 'uuid']);

/** The look-alike that the text is, or the first that stands in it: in a cookie or a header, between other words. */
function lookalikeIn(text: string): LookalikeIn | undefined {
  const whole = lookalikeOf(text);
  if (whole || text.length > longestText) return whole && { text, ...whole };
  for (const piece of text.split(/[\s;,"'<>]+/)) {
    for (const inner of [piece, piece.replace(/^[\w.-]+[=:]/, '')]) {
      const found = lookalikeOf(inner);
      if (found && !vague.has(found.kind)) return { text: inner, ...found };
    }
  }
  return undefined;
}
