import type { Span } from '../../core/token/json';
import { editDistance } from './editDistance';
import { fieldNames, states } from './words';

/** One condition of a query. All conditions of a query must hold. */
export interface Term {
  /** `-` stands before it: the condition must not hold. */
  negated: boolean;
  /** What is looked at; absent: the whole row. `is` for a state. */
  field?: string | undefined;
  /** What follows the field's dot: a claim's or header parameter's path. */
  path?: string | undefined;
  value: string;
  span: Span;
}

/** What cannot be understood, and where in the query. `values` are what its sentence needs. */
export interface QueryFault {
  code:
    | 'unknown-field'
    | 'unknown-field-near'
    | 'unknown-state'
    | 'no-value'
    | 'no-path'
    | 'open-quote'
    | 'nothing-negated';
  values: readonly string[];
  span: Span;
}

export interface Query {
  /** What could be understood; the list is filtered by it even where a fault stands beside it. */
  terms: readonly Term[];
  faults: readonly QueryFault[];
}

/** A condition as written: sign, field, dot and path, colon, value (quoted where it holds white space). */
const written = /(-?)(?:([a-z]+)(?:\.((?:[^\s:"])*))?:(?!\/\/))?("(?:[^"\\]|\\.)*"?|\S*)/iy;

const takesPath = (field: string) => field === 'claim' || field === 'header';

/** Reads a query: words, `field:value`, `claim.path:value`, states; a leading `-` turns a condition around. */
export function parseQuery(text: string): Query {
  const terms: Term[] = [];
  const faults: QueryFault[] = [];
  for (let at = skipSpace(text, 0); at < text.length; at = skipSpace(text, at)) {
    written.lastIndex = at;
    const match = written.exec(text);
    const span = { start: at, end: at + (match?.[0].length || 1) };
    at = span.end;
    const read = match && readTerm(match, span);
    if (read && 'code' in read) faults.push(read);
    else if (read) terms.push(read);
  }
  return { terms, faults };
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text.charAt(at))) at++;
  return at;
}

function readTerm([, sign, name, path, raw = '']: RegExpExecArray, span: Span): Term | QueryFault {
  const fault = (code: QueryFault['code'], ...values: string[]): QueryFault => ({ code, values, span });
  const quoted = raw.startsWith('"');
  if (quoted && !/^"(?:[^"\\]|\\.)*"$/.test(raw)) return fault('open-quote');
  const value = quoted ? raw.slice(1, -1).replace(/\\(.)/g, '$1') : raw;
  const negated = sign === '-';
  if (name === undefined) return wordTerm(value, { quoted, negated, span }, fault);
  const field = name.toLowerCase();
  if (!fieldNames.includes(field)) return unknownField(field, fault);
  if (takesPath(field) && !path) return fault('no-path', field);
  if (value === '') return fault('no-value', path ? `${field}.${path}` : field);
  if (field === 'is' && !isState(value)) return fault('unknown-state', value, states.join(', '));
  return { negated, field, path, value: field === 'is' ? value.toLowerCase() : value, span };
}

const isState = (word: string) => states.some((state) => state === word.toLowerCase());

/** A word alone is a state, a member that must be there (`claim.exp`), or a text. */
function wordTerm(
  value: string,
  { quoted, ...rest }: { quoted: boolean; negated: boolean; span: Span },
  fault: (code: QueryFault['code'], ...values: string[]) => QueryFault,
): Term | QueryFault {
  if (value === '' && !quoted) return fault('nothing-negated');
  if (!quoted && isState(value)) return { ...rest, field: 'is', value: value.toLowerCase() };
  const [, field, path] = /^(claim|header)\.([^:]*)$/i.exec(quoted ? '' : value) ?? [];
  if (field && !path) return fault('no-path', field.toLowerCase());
  if (field) return { ...rest, field: field.toLowerCase(), path, value: '*' };
  return { ...rest, value };
}

function unknownField(
  field: string,
  fault: (code: QueryFault['code'], ...values: string[]) => QueryFault,
): QueryFault {
  const near = fieldNames.find((known) => editDistance(known, field) <= 2);
  return near
    ? fault('unknown-field-near', field, near)
    : fault('unknown-field', field, fieldNames.join(', '));
}
