import { type JoseHeader, joseHeaderAt } from '../joseHeader';
import type { Span } from '../json';
import { isAlphabet, wordStart } from './alphabet';
import type { FoundToken } from './foundToken';
import { isWholeSignature, isWholeTag } from './signatureLengths';
import { headOf, joinsOf, type LineBreak } from './unwrap';

/** Characters joined by dots that may be a token. */
export interface Run extends Span {
  /** What it reads as: of a run that begins on a line above, without the break. */
  text: string;
}

/** A run that begins with a header. */
export interface HeadedRun extends Run {
  header: JoseHeader;
}

/** `{"alg":""}` in base64url. */
const shortestHeader = 14;

/** What `{`, white space before it, or a byte order mark becomes in base64url. */
const headerBegins = /^(?:e[wy]|[ICD]|77)/;
const dot = 0x2e;
const equals = 0x3d;
/** In a longer run, more dots are not looked at. */
const mostParts = 7;

/**
 * The run that has a dot at `at` and a header to the left of it, not reaching back beyond `from`. A few characters are
 * enough to tell for almost every dot.
 */
export function runAround(text: string, at: number, from: number): HeadedRun | undefined {
  if (at - from < shortestHeader || !isAlphabet(text, at - shortestHeader) || !isAlphabet(text, at - 7))
    return undefined;
  let end = at;
  while (end > from && text.charCodeAt(end - 1) === equals) end--;
  const word = wordStart(text, end, from);
  const start = word + escapeLength(text, word);
  return headed(text, { start, end: at, text: text.slice(start, at) });
}

/** The run whose header begins in front of a line break and goes on behind it. */
export function runBefore(text: string, lineBreak: LineBreak, from: number): HeadedRun | undefined {
  const word = wordStart(text, lineBreak.end, from);
  const start = word + escapeLength(text, word);
  const begun = { start, end: lineBreak.end, text: text.slice(start, lineBreak.end) };
  const header = mayBeginHeader(text, begun) ? headOf(text, begun) : undefined;
  return header && headed(text, header);
}

/** The run that goes on behind a header that is one. */
function headed(text: string, written: Run): HeadedRun | undefined {
  if (!mayBeginHeader(text, written)) return undefined;
  const header = joseHeaderAt(written.text, { start: 0, end: written.text.length });
  if (!header) return undefined;
  const end = endOfRun(text, written.end);
  return { start: written.start, end, header, text: written.text + text.slice(written.end, end) };
}

function mayBeginHeader(text: string, { text: written, start }: Run): boolean {
  return written.length >= shortestHeader && headerBegins.test(written) && text.charCodeAt(start - 1) !== dot;
}

function endOfRun(text: string, at: number): number {
  let end = at;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code !== dot && code !== equals && !isAlphabet(text, end)) break;
  }
  return end;
}

/** What can stand before a token and looks like its beginning, by the character before it. */
const escapes: Readonly<Record<string, RegExp>> = {
  '%': /(?:25)*[\da-f]{2}/iy,
  '\\': /u[\da-f]{4}|x[\da-f]{2}|[nrtfb]/iy,
  // Quoted-printable (RFC 2045 section 6.7): the equals sign itself.
  '=': /3D/y,
  // The end of a terminal's colour.
  '[': /\d{1,3}m/y,
  ';': /\d{1,3}m/y,
};

/** How much of what stands at `start` belongs to an escape such as `%20`, `\n` or `\u0022` that begins before it. */
function escapeLength(text: string, start: number): number {
  const pattern = escapes[text[start - 1] ?? ''];
  if (!pattern) return 0;
  pattern.lastIndex = start;
  return pattern.exec(text)?.[0].length ?? 0;
}

/** The token that the run is, if it is one. */
export function readRun(text: string, { header, ...run }: HeadedRun): FoundToken | undefined {
  const joined = joinedToken(text, run, header);
  if (joined) return joined;
  const ended = withoutFullStop(text, run);
  if (!isToken(ended.text, header) || !endsHere(text, ended, header)) return undefined;
  return withDisclosures(text, ended);
}

const lengthsOf = (token: string) => token.split('.', mostParts).map((part) => part.length);

/** The token of which the run is only the beginning, because something broke it. */
function joinedToken(text: string, run: Run, header: JoseHeader): FoundToken | undefined {
  const lengths = lengthsOf(run.text);
  if (lengths.length >= 3 && isWhole(lengths, header) !== false) return undefined;
  for (const joined of joinsOf(text, run, (each) => isWhole(each, header))) {
    if (isToken(joined.text, header)) return joined;
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
  const ended = run.text.endsWith('.') && lengthsOf(run.text).length > 3 && !standsAlone(text, run);
  if (!ended || !/["'`)\]}<\s]/.test(text[run.end] ?? ' ')) return run;
  return { start: run.start, end: run.end - 1, text: run.text.slice(0, -1) };
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
  const whole = isWhole(lengthsOf(run.text), header);
  const alone = standsAlone(text, run);
  if (/^(?:["'`<\\,;&)\]}>|]|%[\da-f]{2})/i.test(next)) return !alone || whole !== false;
  return !alone && (whole === true || /^[?!:](?:\s|$)/.test(next));
}

/** Whether parts of such lengths are a whole token, by what the algorithm gives the last one; undefined when nobody can tell. */
function isWhole(lengths: readonly number[], header: JoseHeader): boolean | undefined {
  if (header.encrypted) return isWholeTag(lengths[4] ?? -1);
  return isWholeSignature(header.alg, lengths[2] ?? -1);
}

/** With what follows a tilde: the disclosures and the key binding of an SD-JWT (RFC 9901 section 4). */
function withDisclosures(text: string, run: Run): FoundToken {
  const plain = { text: run.text, span: { start: run.start, end: run.end } };
  const more = /(?:~[\w-]*)*~(?:[\w-]+\.[\w-]+\.[\w-]*)?/y;
  more.lastIndex = run.end;
  const tail = lengthsOf(run.text).length === 3 ? more.exec(text)?.[0] : undefined;
  if (tail === undefined || !tail.split('~').every((each) => each.includes('.') || isPossibleLength(each)))
    return plain;
  return { text: plain.text + tail, span: { start: run.start, end: run.end + tail.length } };
}
