import { isAlphabet } from './alphabet';
import type { FoundToken } from './foundToken';
import type { Run } from './run';

/** Shorter lines are a list, not a wrapped token. */
const shortestLine = 40;
/** Nothing wraps at a wider column. */
const longestLine = 1000;
/** A token was not broken into more pieces than this. */
const mostPieces = 200;
/** A header was not broken into more pieces than this, nor is it longer. */
const mostHeadPieces = 20;
const longestHeader = 8_000;
/** Looking at every short word would take long. */
const shortestPiece = 14;
/** What can stand between a piece and the end of its line: the end of a string, a sign that the line goes on. */
const seamBefore = /["'`+.\\=\s]+$/;

/** Says of parts of such lengths whether they are a whole token; undefined when nobody can tell. */
export type IsWhole = (lengths: readonly number[]) => boolean | undefined;

/**
 * What can break a token: white space, perhaps with the marks of a quoted mail; what shells and HTML break lines with;
 * the seam of two strings in source code. The soft line break of quoted-printable (RFC 2045 section 6.7) is `=`, which
 * counts as padding until a break is seen behind it. All are bounded, so that no text makes them slow.
 */
const space = String.raw`[ \t]{0,80}`;
const quote = '["\'`]';
const seams = [
  String.raw`\\?\s{1,200}(?:[>|][>|\s]{0,80})?`,
  `${quote}${space}[+.]?${space}\r?\n${space}\\+?${space}${quote}`,
  String.raw`(?:<w?br\s?/?>|&shy;|\xad|\u200b)\s{0,80}`,
];
const seam = `(?:${seams.join('|')})`;
const nextPiece = new RegExp(`${seam}([\\w.-]+(?:=(?=\\r?\\n))?)(?![\\w=:/@%+-])`, 'y');
const nextHeadPiece = new RegExp(`=?${seam}([\\w-]*=?)`, 'y');
const mayGoOn = /[\s\\"'`<&\xad\u200b]/;

/**
 * The longer tokens that the run may have been before a mail program, a terminal, a narrow column or source code broke
 * it, the shortest first.
 */
export function* joinsOf(text: string, run: Run, isWhole: IsWhole): Generator<FoundToken> {
  if (!mayGoOn.test(text[run.end] ?? '')) return;
  yield* pieceByPiece(text, run, isWhole);
  yield* lineByLine(text, run, isWhole);
}

/** Broken anywhere: only what is then whole is worth looking at. */
function* pieceByPiece(text: string, run: Run, isWhole: IsWhole): Generator<FoundToken> {
  const pieces = [withoutSoftBreak(run.text)];
  const lengths = run.text.split('.', 7).map((part) => part.length);
  if (isWhole([0, 0, 0, 0, 0]) === undefined) return;
  let end = run.end;
  while (pieces.length < mostPieces && lengths.length <= 5) {
    nextPiece.lastIndex = end;
    const more = nextPiece.exec(text)?.[1];
    if (more === undefined) return;
    pieces.push(withoutSoftBreak(more));
    append(lengths, pieces.at(-1) ?? '');
    end = nextPiece.lastIndex;
    if (isWhole(lengths)) yield { text: pieces.join(''), span: { start: run.start, end } };
    if (more.endsWith('.') && isWhole(lengths.slice(0, -1)))
      yield { text: pieces.join('').slice(0, -1), span: { start: run.start, end: end - 1 } };
  }
}

/** Adds what a piece adds to the lengths of the parts. */
function append(lengths: number[], piece: string): void {
  const [first = '', ...more] = piece.split('.');
  lengths.push((lengths.pop() ?? 0) + first.length, ...more.map((part) => part.length));
}

/** Broken at a column: all lines but the last are equally long, which alone says that they were wrapped. */
function* lineByLine(text: string, run: Run, isWhole: IsWhole): Generator<FoundToken> {
  const width = lineWidth(text, run.end);
  if (width < shortestLine) return;
  let joined = withoutSoftBreak(run.text);
  let end = run.end;
  const line = /\\?\r?\n([ \t>|]*)([\w.-]+=?)(?=\s|$)/y;
  line.lastIndex = end;
  for (let found = line.exec(text); found; found = line.exec(text)) {
    const [, mark = '', more = ''] = found;
    if (mark.length + more.length > width) break;
    joined += withoutSoftBreak(more);
    end = line.lastIndex;
    if (mark.length + more.length < width) break;
  }
  const whole = isWhole(joined.split('.').map((part) => part.length));
  if (end > run.end && whole !== false) yield { text: joined, span: { start: run.start, end } };
}

/** How wide the line is that ends at `end`; 0 where it was not wrapped. */
function lineWidth(text: string, end: number): number {
  const before = text.slice(Math.max(0, end - longestLine - 1), end);
  const width = before.length - (Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1);
  return width > longestLine ? 0 : width;
}

const withoutSoftBreak = (piece: string) => (piece.endsWith('=') ? piece.slice(0, -1) : piece);

/** A line break, and where what was written before it ends. */
export interface LineBreak {
  at: number;
  end: number;
}

/** The next line break, from `from` on, in front of which a long word stands: two characters tell for almost every one. */
export function nextBreak(text: string, from: number): LineBreak | undefined {
  for (let at = text.indexOf('\n', from); at >= 0; at = text.indexOf('\n', at + 1)) {
    if (!isAlphabet(text, at - shortestPiece) || !isAlphabet(text, at - 8)) continue;
    const end = at - (seamBefore.exec(text.slice(at - 4, at))?.[0].length ?? 0);
    if (isAlphabet(text, end - 1)) return { at, end };
  }
  return undefined;
}

/** A header that goes on behind a line break, up to its dot; undefined where none comes. */
export function headOf(text: string, begun: Run): Run | undefined {
  let { end } = begun;
  let head = begun.text;
  for (let count = 0; count < mostHeadPieces && head.length < longestHeader; count++) {
    nextHeadPiece.lastIndex = end;
    const more = nextHeadPiece.exec(text)?.[1];
    if (more === undefined) return undefined;
    end = nextHeadPiece.lastIndex;
    if (text[end] === '.') return { start: begun.start, end, text: head + more };
    if (more === '') return undefined;
    head += withoutSoftBreak(more);
  }
  return undefined;
}
