import type { FoundToken } from './find/foundToken';
import { type HeadedRun, readRun, runAround, runBefore } from './find/run';
import { nextBreak } from './find/unwrap';
import { readJsonForm } from './form/json';

/** How a dot is written where it has been escaped: in URLs (also twice), in JSON and JavaScript, in HTML. */
const escapedDot = /%(?:25)*2e|\\u002e|&#(?:46|x2e);/gi;
/** What such dots begin with: looking for a few characters is faster than looking for a pattern. */
const escapes = ['%2', '\\u002', '&#'];

/**
 * Finds the tokens in any text: prose, headers, commands, JSON, HTML, logs, URLs, cookies. What is found is a JOSE token
 * in compact form, an SD-JWT, or a text that is the JSON serialization of one; nothing else that looks like one. Takes time linear in the text.
 */
export function findTokens(text: string): FoundToken[] {
  const whole = wholeJsonForm(text);
  if (whole) return [whole];
  const dots = escapes.some((each) => text.includes(each)) ? [...text.matchAll(escapedDot)] : [];
  if (dots.length === 0) return scan(text);
  const back = offsetsBehind(dots);
  return scan(text.replace(escapedDot, '.')).map(({ text: token, span }) => ({
    text: token,
    span: { start: back(span.start), end: back(span.end) },
  }));
}

/** A longer JSON text is not worth reading to see whether it is one token. */
const longestJsonForm = 1_000_000;

/** The JSON serialization that the text as a whole is. Found inside of another text, it would be anybody's guess. */
function wholeJsonForm(text: string): FoundToken | undefined {
  if (text.length > longestJsonForm || !/^\s*\{/.test(text) || !/"(?:signatures?|ciphertext)"/.test(text))
    return undefined;
  const token = text.trim();
  const start = text.indexOf('{');
  return readJsonForm(token).valid ? { text: token, span: { start, end: start + token.length } } : undefined;
}

/** Every compact token has a dot behind its header, if not a line break in it. */
function scan(text: string): FoundToken[] {
  const found: FoundToken[] = [];
  let from = 0;
  const take = (run: HeadedRun | undefined) => {
    const token = run && readRun(text, run);
    if (token) found.push(token);
    if (run) from = Math.max(run.end, token?.span.end ?? 0);
  };
  let lineBreak = nextBreak(text, 0);
  for (let dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', from)) {
    if (lineBreak && lineBreak.at < dot) {
      take(runBefore(text, lineBreak, from));
      lineBreak = nextBreak(text, Math.max(from, lineBreak.at + 1));
    } else {
      const run = runAround(text, dot, from);
      from = dot + 1;
      take(run);
    }
  }
  return found;
}

/** Turns offsets in the text with plain dots into offsets in the text with escaped ones. */
function offsetsBehind(dots: readonly RegExpExecArray[]): (offset: number) => number {
  let shift = 0;
  const steps = dots.map((dot) => {
    const at = dot.index - shift;
    shift += dot[0].length - 1;
    return { at, shift };
  });
  return (offset) => offset + (steps.findLast((step) => step.at < offset)?.shift ?? 0);
}
