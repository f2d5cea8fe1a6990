import type { Span } from '../../core/token/json';
import { fieldNames, states } from './words';

/** A proposal for what stands at the cursor. */
export interface Completion {
  /** What stands there once it is taken. */
  text: string;
  /** What of the query it replaces. */
  span: Span;
  /** How many rows have the value; absent for the name of a field. */
  count?: number | undefined;
}

/** The values that rows have for a field, with their counts; for `claim` and `header` without a path: their names. */
export type ValuesSeen = (field: string, path: string | undefined) => ReadonlyMap<string, number>;

const MOST_SHOWN = 12;

/** What could stand at the cursor: fields and states, then the values that were seen, the most frequent first. */
export function completionsAt(text: string, cursor: number, seen: ValuesSeen): readonly Completion[] {
  const start = text.slice(0, cursor).search(/\S*$/);
  const end = cursor + text.slice(cursor).search(/\s|$/);
  const [, sign = '', begun = ''] = /^(-?)(.*)$/s.exec(text.slice(start, cursor)) ?? [];
  const span = { start, end };
  const valued = /^([a-z]+)(?:\.([^:]*))?:(.*)$/is.exec(begun);
  if (valued) return values(valued, sign, span, seen);
  const dotted = /^(claim|header)\.(.*)$/is.exec(begun);
  if (dotted) return names(dotted, sign, span, seen);
  return words(begun, sign, span);
}

const startsWith = (word: string, begun: string) => word.toLowerCase().startsWith(begun.toLowerCase());

function values(
  [, field = '', path, begun = '']: RegExpExecArray,
  sign: string,
  span: Span,
  seen: ValuesSeen,
) {
  const name = field.toLowerCase();
  const head = `${sign}${name}${path === undefined ? '' : `.${path}`}:`;
  if (name === 'is') return words(begun, head, span, states);
  return ranked(seen(name, path), begun).map(([value, count]) => ({
    text: `${head}${/[\s"]/.test(value) ? JSON.stringify(value) : value} `,
    span,
    count,
  }));
}

function names([, field = '', begun = '']: RegExpExecArray, sign: string, span: Span, seen: ValuesSeen) {
  const name = field.toLowerCase();
  return ranked(seen(name, undefined), begun)
    .filter(([path]) => !/[\s:"]/.test(path))
    .map(([path, count]) => ({ text: `${sign}${name}.${path}:`, span, count }));
}

/** Before anything is typed the fields are shown, not the states. */
function words(begun: string, sign: string, span: Span, among?: readonly string[]): readonly Completion[] {
  const asFields = fieldNames.map((name) => ({
    name,
    end: name === 'claim' || name === 'header' ? '.' : ':',
  }));
  const asStates = (among ?? states).map((name) => ({ name, end: ' ' }));
  const all = among ? asStates : begun === '' ? asFields : [...asStates, ...asFields];
  return all
    .filter(({ name }) => startsWith(name, begun))
    .map(({ name, end }) => ({ text: `${sign}${name}${end}`, span }));
}

function ranked(counts: ReadonlyMap<string, number>, begun: string): readonly [string, number][] {
  return [...counts]
    .filter(([value]) => startsWith(value, begun.replace(/^"/, '')))
    .sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
    .slice(0, MOST_SHOWN);
}
