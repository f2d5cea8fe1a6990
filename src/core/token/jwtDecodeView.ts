import { jwtDecode } from 'jwt-decode';
import { type JsonNode, sourceOf } from './json';
import { type Part, partOf, type Token } from './token';

/** How what jwt-decode gives can differ from what the token says; each has a sentence under `jwtdecode_` + code. */
export const jwtDecodeCodes = [
  'rounded',
  'reformatted',
  'infinite',
  'duplicate-dropped',
  'latin1',
  'refused',
  'accepted',
  'order',
] as const;

export interface JwtDecodeDifference {
  part: 'header' | 'payload';
  /** Names and indexes from the part's root to the value; empty for the part as a whole. */
  path: readonly (string | number)[];
  code: (typeof jwtDecodeCodes)[number];
  /** As the token writes it, and as the front end sees it; long texts are cut. */
  truth: string;
  seen: string;
}

/** What a front end that uses jwt-decode sees of a token. */
export interface JwtDecodeView {
  header?: unknown;
  payload?: unknown;
  /** What jwt-decode throws, where it does. */
  headerError?: string;
  payloadError?: string;
  /** Of the first 100. */
  differences: readonly JwtDecodeDifference[];
  /** True when the token is so long that jwt-decode, which is slow, was not run on it. */
  leftOut?: true;
}

/** Differences beyond these are more of the same. */
const mostDifferences = 100;
const longestShown = 80;
/** jwt-decode takes about a second for a million characters. */
const longestToken = 300_000;

/** Runs the real jwt-decode on a token and compares. Never throws. */
export function jwtDecodeView(token: Token): JwtDecodeView {
  if (token.text.length > longestToken) return { differences: [], leftOut: true };
  const header = decode(token.text, true);
  const payload = decode(token.text, false);
  return {
    ...('value' in header ? { header: header.value } : { headerError: header.error }),
    ...('value' in payload ? { payload: payload.value } : { payloadError: payload.error }),
    differences: [
      ...compare('header', partOf(token, 'header'), header, token.valid),
      ...compare('payload', partOf(token, 'payload'), payload, token.valid),
    ].slice(0, mostDifferences),
  };
}

type Decoded = { value: unknown } | { error: string };

function decode(text: string, header: boolean): Decoded {
  try {
    return { value: jwtDecode<unknown>(text, { header }) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

function compare(
  name: 'header' | 'payload',
  part: Part | undefined,
  decoded: Decoded,
  valid: boolean,
): JwtDecodeDifference[] {
  const whole = { part: name, path: [], truth: shorten(part?.text ?? '') } as const;
  if ('error' in decoded) {
    return valid && part?.json ? [{ ...whole, code: 'refused', seen: decoded.error }] : [];
  }
  const seen = jsonOf(decoded.value);
  if (!valid) return [{ ...whole, code: 'accepted', seen }];
  if (part?.text === undefined) return [{ ...whole, code: 'latin1', seen }];
  return part.json
    ? new Comparison(name, part.text).of(part.json, decoded.value)
    : [{ ...whole, code: 'accepted', seen }];
}

interface Pair {
  node: JsonNode;
  value: unknown;
  path: readonly (string | number)[];
}

/** Walks the truth and what JSON.parse made of it side by side, with a list of its own instead of calls. */
class Comparison {
  readonly #part: 'header' | 'payload';
  readonly #text: string;
  readonly #found: JwtDecodeDifference[] = [];

  constructor(part: 'header' | 'payload', text: string) {
    this.#part = part;
    this.#text = text;
  }

  of(node: JsonNode, value: unknown): JwtDecodeDifference[] {
    const pending: Pair[] = [{ node, value, path: [] }];
    for (let pair = pending.pop(); pair && this.#found.length < mostDifferences; pair = pending.pop()) {
      for (const inside of this.#look(pair).reverse()) pending.push(inside);
    }
    return this.#found;
  }

  /** Notes how one value differs, and gives the values inside it. */
  #look(pair: Pair): Pair[] {
    const { node, value, path } = pair;
    if (node.type === 'number') this.#lookAtNumber(pair);
    if (node.type === 'array')
      return node.items.map((item, at) => ({ node: item, value: memberOf(value, at), path: [...path, at] }));
    return node.type === 'object' ? this.#lookAtObject(node, pair) : [];
  }

  #lookAtNumber({ node, value, path }: Pair): void {
    const truth = sourceOf(this.#text, node);
    const seen = String(value);
    if (truth === seen) return;
    const code = !Number.isFinite(value) ? 'infinite' : isSameNumber(truth, seen) ? 'reformatted' : 'rounded';
    this.#note(path, code, truth, code === 'infinite' ? 'Infinity' : seen);
  }

  #lookAtObject(node: JsonNode & { type: 'object' }, { value, path }: Pair): Pair[] {
    const last = new Map(node.members.map((member) => [member.name, member]));
    for (const member of node.members) {
      if (last.get(member.name) === member) continue;
      this.#note(
        [...path, member.name],
        'duplicate-dropped',
        sourceOf(this.#text, member.value),
        jsonOf(memberOf(value, member.name)),
      );
    }
    this.#lookAtOrder([...last.keys()], value, path);
    return [...last.values()].map((member) => ({
      node: member.value,
      value: memberOf(value, member.name),
      path: [...path, member.name],
    }));
  }

  /** JavaScript moves names that look like array indexes to the front. */
  #lookAtOrder(names: readonly string[], value: unknown, path: Pair['path']): void {
    const seen = typeof value === 'object' && value !== null ? Object.keys(value) : [];
    if (
      names.length === seen.length &&
      names.some((name, at) => name !== seen[at]) &&
      names.some((name) => /^\d+$/.test(name))
    ) {
      this.#note(path, 'order', names.join(', '), seen.join(', '));
    }
  }

  #note(path: Pair['path'], code: JwtDecodeDifference['code'], truth: string, seen: string): void {
    this.#found.push({ part: this.#part, path, code, truth: shorten(truth), seen: shorten(seen) });
  }
}

function memberOf(value: unknown, name: string | number): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string | number, unknown>>)[name]
    : undefined;
}

/** A value as JSON; what is nested too deep for JSON.stringify is not worth showing. */
function jsonOf(value: unknown): string {
  try {
    return shorten(JSON.stringify(value) ?? '');
  } catch {
    return '…';
  }
}

/** Whether two spellings mean the same number: `1.0` and `1`, `1e3` and `1000`. */
function isSameNumber(one: string, other: string): boolean {
  return digitsOf(one) === digitsOf(other);
}

/** A number as its digits and the power of ten they count from; `-0` and `0` stay apart. */
function digitsOf(written: string): string {
  const [mantissa = '', exponent = '0'] = written.toLowerCase().split('e');
  const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.');
  const digits = (whole + fraction).replace(/^0+/, '');
  const kept = digits.replace(/0+$/, '');
  const sign = mantissa.startsWith('-') ? '-' : '';
  if (kept === '') return `${sign}0`;
  return `${sign}${kept}e${Number(exponent) - fraction.length + digits.length - kept.length}`;
}

function shorten(text: string): string {
  return text.length > longestShown ? `${text.slice(0, longestShown - 1)}…` : text;
}
