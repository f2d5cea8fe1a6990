import type { JsonNode } from '../token/json';

/** How a programming language writes a JSON value. */
export interface Dialect {
  string(value: string): string;
  /** `text` is the number as JSON has it. */
  number(text: string): string;
  true: string;
  false: string;
  null: string;
  array: readonly [open: string, close: string];
  object: readonly [open: string, close: string];
  /** A member, its name and value written out already. */
  member(name: string, value: string): string;
  /** Indentation of one level. */
  indent: string;
}

/** Members whose value is an expression of the language instead of what the token has. */
export type Instead = Readonly<Record<string, string>>;

/** A JSON value as a literal, one member a line. `text` is what the node was read from; of equal names the last counts. */
export function literal(
  node: JsonNode,
  text: string,
  dialect: Dialect,
  { instead = {}, depth = 0 }: { instead?: Instead; depth?: number } = {},
): string {
  const inner = (each: JsonNode) => literal(each, text, dialect, { depth: depth + 1 });
  switch (node.type) {
    case 'object': {
      const members = node.members.filter(
        ({ name }, at) => node.members.findLastIndex((other) => other.name === name) === at,
      );
      const lines = members.map(({ name, value }) =>
        dialect.member(
          dialect.string(name),
          Object.hasOwn(instead, name) ? `${instead[name]}` : inner(value),
        ),
      );
      return block(lines, dialect.object, dialect.indent, depth);
    }
    case 'array':
      return block(node.items.map(inner), dialect.array, dialect.indent, depth);
    case 'string':
      return dialect.string(node.value);
    case 'number':
      return dialect.number(text.slice(node.span.start, node.span.end));
    case 'boolean':
      return node.value ? dialect.true : dialect.false;
    default:
      return dialect.null;
  }
}

/** Lines in brackets; an empty list in one line. Every line ends in a comma, as all these languages allow. */
export function block(
  lines: readonly string[],
  [open, close]: readonly [string, string],
  indent: string,
  depth: number,
): string {
  if (lines.length === 0) return open + close;
  const inner = lines.map((line) => `${indent.repeat(depth + 1)}${line},\n`).join('');
  return `${open}\n${inner}${indent.repeat(depth)}${close}`;
}

/** What stands in a text as it is: letters, digits, signs and the space; never what turns or hides text. */
const plain = /^[\p{L}\p{N}\p{P}\p{S} ]$/u;

/** A text with what a language reads otherwise written its way. */
export function escaped(
  text: string,
  special: Readonly<Record<string, string>>,
  numbered: (codePoint: number) => string,
): string {
  return [...text]
    .map((letter) => special[letter] ?? (plain.test(letter) ? letter : numbered(letter.codePointAt(0) ?? 0)))
    .join('');
}

/** A code point in hexadecimal, with zeros in front. */
export const hex = (codePoint: number, digits = 0): string => codePoint.toString(16).padStart(digits, '0');

/** True for half of a pair, which no text of Unicode can hold alone. */
export const isSurrogate = (codePoint: number): boolean => codePoint >= 0xd800 && codePoint <= 0xdfff;
