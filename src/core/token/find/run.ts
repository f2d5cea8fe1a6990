import type { FoundToken } from '../find';
import { type JoseHeader, joseHeaderAt } from '../joseHeader';
import type { Span } from '../json';
import { isWholeSignature, isWholeTag } from './signatureLengths';
import { joinsOf } from './unwrap';

/** Characters joined by dots that may be a token. */
export interface Run extends Span {
  /** Where its parts stand; of a longer run, the first seven. */
  parts: readonly Span[];
}

/** `{"alg":""}` in base64url. */
const shortestHeader = 14;

const alphabet = new Uint8Array(128);
for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_') {
  alphabet[character.charCodeAt(0)] = 1;
}

/** What `{`, white space before it, or a byte order mark becomes in base64url. */
const headerBegins = /[eICD7]/;
const dot = 0x2e;
const equals = 0x3d;
const mostParts = 7;

/**
 * The run that has a dot at `at` and a possible header to the left of it, not reaching back beyond `from`. This is the
 * cheap test: it looks at a few characters for almost every dot.
 */
export function runAround(text: string, at: number, from: number): Run | undefined {
  if (at - from < shortestHeader || !isAlphabet(text, at - shortestHeader) || !isAlphabet(text, at - 7))
    return undefined;
  let start = at;
  while (start > from && text.charCodeAt(start - 1) === equals) start--;
  while (start > from && isAlphabet(text, start - 1)) start--;
  if (at - start < shortestHeader) return undefined;
  start += escapeLength(text, start);
  if (at - start < shortestHeader || !headerBegins.test(text[start] ?? '')) return undefined;
  return wholeRun(text, start, at);
}

function isAlphabet(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 128 && alphabet[code] === 1;
}

/** How much of what stands at `start` belongs to an escape such as `%20`, `\n` or `\u0022` that begins before it. */
function escapeLength(text: string, start: number): number {
  const before = text[start - 1];
  const pattern =
    before === '%'
      ? /(?:25)*[\da-f]{2}/iy
      : before === '\\'
        ? /u[\da-f]{4}|x[\da-f]{2}|[nrtfb]/iy
        : undefined;
  if (!pattern) return 0;
  pattern.lastIndex = start;
  return pattern.exec(text)?.[0].length ?? 0;
}

function wholeRun(text: string, start: number, firstDot: number): Run {
  const parts: Span[] = [{ start, end: firstDot }];
  let partStart = firstDot + 1;
  let at = partStart;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === dot) {
      if (parts.length < mostParts) parts.push({ start: partStart, end: at });
      partStart = at + 1;
    } else if (code !== equals && !isAlphabet(text, at)) break;
  }
  if (parts.length < mostParts) parts.push({ start: partStart, end: at });
  return { start, end: at, parts };
}

/** The token that the run is, if it is one. */
export function readRun(text: string, run: Run): FoundToken | undefined {
  if (text.charCodeAt(run.start - 1) === dot) return undefined;
  const header = run.parts[0] && joseHeaderAt(text, run.parts[0]);
  if (!header) return undefined;
  const joined = joinedToken(text, run, header);
  if (joined) return joined;
  const ended = withoutFullStop(text, run);
  const token = text.slice(ended.start, ended.end);
  if (!isToken(token, header) || !endsHere(text, ended, header)) return undefined;
  return withDisclosures(text, ended);
}

/** The token of which the run is only the beginning, because something wrapped it. */
function joinedToken(text: string, run: Run, header: JoseHeader): FoundToken | undefined {
  if (run.parts.length >= 3 && isWhole(lengthsOf(run), header) !== false) return undefined;
  for (const { evenly, ...joined } of joinsOf(text, run)) {
    const lengths = joined.text.split('.', mostParts).map((part) => part.length);
    const whole = isWhole(lengths, header);
    if ((evenly ? whole !== false : whole) && isToken(joined.text, header)) return joined;
  }
  return undefined;
}

/** A header with nothing but dots behind it was shortened for display. */
function isToken(token: string, header: JoseHeader): boolean {
  const parts = token.split('.', mostParts);
  if (parts.length !== 3 && !(header.encrypted && parts.length === 5)) return false;
  if (!parts.some((part, at) => at > 0 && part !== '')) return false;
  return parts.every((part) => /^[\w-]*={0,2}$/.test(part) && isPossibleLength(part));
}

function isPossibleLength(part: string): boolean {
  return part.endsWith('=') ? part.length % 4 === 0 : part.length % 4 !== 1;
}

/** In a sentence, the full stop behind a token is not the token's. A token that stands alone has only its own dots. */
function withoutFullStop(text: string, run: Run): Run {
  const last = run.parts.at(-1);
  const ended = run.parts.length > 3 && last?.start === last?.end && !standsAlone(text, run);
  if (!ended || !/["'`)\]}<\s]/.test(text[run.end] ?? ' ')) return run;
  return { start: run.start, end: run.end - 1, parts: run.parts.slice(0, -1) };
}

function standsAlone(text: string, run: Span): boolean {
  return text.slice(Math.max(0, run.start - 200), run.start).trim() === '';
}

/**
 * True when what follows the run can follow a token. White space can. Anything else could also be a damaged part of it,
 * so unless words stand before the token, the signature must then have its whole length.
 */
function endsHere(text: string, run: Run, header: JoseHeader): boolean {
  const next = text.slice(run.end, run.end + 3);
  if (/^(?:$|[\s~])/.test(next)) return true;
  const whole = isWhole(lengthsOf(run), header);
  const alone = standsAlone(text, run);
  if (/^(?:["'`<\\,;&)\]}>|]|%[\da-f]{2})/i.test(next)) return !alone || whole !== false;
  return !alone && (whole === true || /^[?!:](?:\s|$)/.test(next));
}

/** Whether the last part has the length that the algorithm gives it; undefined when nobody can tell. */
function isWhole(lengths: readonly number[], header: JoseHeader): boolean | undefined {
  if (header.encrypted) return isWholeTag(lengths[4] ?? -1);
  return isWholeSignature(header.alg, lengths[2] ?? -1);
}

function lengthsOf(run: Run): number[] {
  return run.parts.map((part) => part.end - part.start);
}

/** With what follows a tilde: the disclosures and the key binding of an SD-JWT (RFC 9901 section 4). */
function withDisclosures(text: string, run: Run): FoundToken {
  const plain = { text: text.slice(run.start, run.end), span: { start: run.start, end: run.end } };
  const more = /(?:~[\w-]*)*~(?:[\w-]+\.[\w-]+\.[\w-]*)?/y;
  more.lastIndex = run.end;
  const tail = run.parts.length === 3 ? more.exec(text)?.[0] : undefined;
  if (tail === undefined || !tail.split('~').every((each) => each.includes('.') || isPossibleLength(each)))
    return plain;
  return { text: plain.text + tail, span: { start: run.start, end: run.end + tail.length } };
}
