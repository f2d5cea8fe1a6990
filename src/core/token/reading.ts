import { type Mended, mendToken } from './causes';
import { isJoseHeader } from './joseHeader';
import { layersOf } from './layers';
import { type Lookalike, lookalikeOf } from './lookalike';
import { readToken } from './read';
import { partOf, type Token } from './token';

/** All that is told of a text without a key. */
export interface Reading {
  /** The token and those nested in it, outermost first. */
  layers: readonly [Token, ...Token[]];
  /** The token that a damaged text probably was. */
  mended?: Mended;
  /** What a text that is no JOSE token resembles; then it must not be shown as one. */
  lookalike?: Lookalike;
}

/** Reads a text as a token, as what it probably was, or as what it only resembles. Never throws. */
export function readingOf(text: string): Reading {
  const token = readToken(text);
  if (token.valid) return { layers: [token, ...layersOf(token).slice(1)] };
  const mended = mendToken(text);
  const lookalike = mended || speaksOfJose(token) ? undefined : lookalikeOf(text);
  return { layers: [token], ...(mended && { mended }), ...(lookalike && { lookalike }) };
}

/** A header that names an algorithm makes a text a damaged token, whatever else it resembles. */
function speaksOfJose(token: Token): boolean {
  const header = partOf(token, 'header');
  const node = header?.json ?? header?.fragment;
  return node !== undefined && isJoseHeader(node);
}
