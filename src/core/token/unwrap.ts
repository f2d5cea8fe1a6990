import type { FoundToken } from './find';
import type { Run } from './findRun';

/** Shorter lines are a list, not a wrapped token. */
const shortestLine = 40;

/**
 * Puts together a token that was wrapped into lines, as mail programs and terminals do: all lines but the last are
 * equally long.
 */
export function unwrap(text: string, run: Run): FoundToken | undefined {
  if (!/[\r\n]/.test(text[run.end] ?? '')) return undefined;
  const lineStart = Math.max(text.lastIndexOf('\n', run.end - 1), text.lastIndexOf('\r', run.end - 1)) + 1;
  const width = run.end - lineStart;
  if (lineStart > run.start || width < shortestLine) return undefined;
  return join(text, run, width);
}

function join(text: string, run: Run, width: number): FoundToken | undefined {
  let joined = text.slice(run.start, run.end);
  let end = run.end;
  const line = /\r?\n([\w.=-]+)(?=\s|$)/y;
  line.lastIndex = end;
  for (let match = line.exec(text); match; match = line.exec(text)) {
    const more = match[1] ?? '';
    if (more.length > width) break;
    joined += more;
    end = line.lastIndex;
    if (more.length < width) break;
  }
  return end > run.end ? { text: joined, span: { start: run.start, end } } : undefined;
}
