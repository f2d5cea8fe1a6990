import type { FoundToken } from '../find';
import type { Run } from './run';

/** Shorter lines are a list, not a wrapped token. */
const shortestLine = 40;
/** Nothing wraps at a wider column. */
const longestLine = 1000;
/** A signature was not broken into more pieces than this. */
const mostPieces = 200;

/** How a token can go on behind white space, as mail programs, terminals and narrow columns break it. */
export interface Joined extends FoundToken {
  /** All lines but the last are equally long, which alone says that they were wrapped. */
  evenly: boolean;
}

/** The longer tokens that the run may have been before something wrapped it, the shortest first. */
export function* joinsOf(text: string, run: Run): Generator<Joined> {
  if (!/\s/.test(text[run.end] ?? '')) return;
  yield* pieceByPiece(text, run);
  const width = lineWidth(text, run);
  if (width >= shortestLine) yield* lineByLine(text, run, width);
}

/** How wide the line is that the run ends, if it begins before the token or with it; 0 where it was not wrapped. */
function lineWidth(text: string, run: Run): number {
  const before = text.slice(Math.max(0, run.end - longestLine - 1), run.end);
  const width = before.length - (Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1);
  return width > longestLine || run.end - width > run.start ? 0 : width;
}

function* pieceByPiece(text: string, run: Run): Generator<Joined> {
  let joined = text.slice(run.start, run.end);
  const piece = /\s+([\w-]+)(?=\s|$)/y;
  piece.lastIndex = run.end;
  for (let count = 0; count < mostPieces; count++) {
    const more = piece.exec(text)?.[1];
    if (more === undefined) return;
    joined += more;
    yield { text: joined, span: { start: run.start, end: piece.lastIndex }, evenly: false };
  }
}

function* lineByLine(text: string, run: Run, width: number): Generator<Joined> {
  let joined = text.slice(run.start, run.end);
  let end = run.end;
  const line = /\r?\n([\w.=-]+)(?=\s|$)/y;
  line.lastIndex = end;
  for (let more = line.exec(text)?.[1]; more && more.length <= width; more = line.exec(text)?.[1]) {
    joined += more;
    end = line.lastIndex;
    if (more.length < width) break;
  }
  if (end > run.end) yield { text: joined, span: { start: run.start, end }, evenly: true };
}
