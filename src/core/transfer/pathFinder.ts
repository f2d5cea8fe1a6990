/** Follows a JSON text that comes in pieces of UTF-8 up to an array that stands at one of some paths of member names. */
export interface PathFinder {
  /** Reads on; gives where the first element of such an array may stand, or the piece's length. */
  next(piece: Uint8Array): number;
  /** Whether the last piece ended right before the first element. */
  arrived(): boolean;
}

/** Longer member names are none of those looked for. */
const LONGEST_NAME = 64;

export function createPathFinder(paths: readonly (readonly string[])[]): PathFinder {
  const deepest = Math.max(...paths.map((path) => path.length));
  const wanted = paths.map((path) => path.join('\n'));
  /** Name of the member that is being read, on each level down to the deepest that matters. */
  const names: string[] = [];
  let depth = 0;
  let text = '';
  let inString = false;
  let escaped = false;
  let arrived = false;

  const inText = (code: number) => {
    if (escaped) escaped = false;
    else if (code === 0x5c) escaped = true;
    else if (code === 0x22) {
      inString = false;
      return;
    }
    if (text.length < LONGEST_NAME) text += String.fromCharCode(code);
  };

  /** Takes one character outside of strings; true where it opens an array that is looked for. */
  const outside = (code: number): boolean => {
    if (code === 0x22) {
      inString = true;
      text = '';
    } else if (code === 0x3a && depth <= deepest) names[depth] = text;
    else if (code === 0x7d || code === 0x5d) depth--;
    else if (code === 0x7b || code === 0x5b) {
      depth++;
      if (code === 0x5b && depth - 1 <= deepest && wanted.includes(names.slice(1, depth).join('\n')))
        return true;
      if (depth <= deepest) names[depth] = '';
    }
    return false;
  };

  return {
    next(piece) {
      arrived = false;
      for (let at = 0; at < piece.length; at++) {
        const code = piece[at] ?? 0;
        if (inString) inText(code);
        else if (outside(code)) {
          // The array's own bracket is passed; its end is met again by this reader.
          arrived = true;
          return at + 1;
        }
      }
      return piece.length;
    },
    arrived: () => arrived,
  };
}
