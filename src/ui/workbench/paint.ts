import type { JsonNode, JsonReading, Span } from '../../core/token/json';

/** How a run of characters of a JSON text is painted. */
export type Paint = 'name' | 'text' | 'number' | 'word';

export interface Piece {
  text: string;
  paint?: Paint;
  /** Something is wrong here. */
  fault: boolean;
  /** Where it begins in the text. */
  at: number;
}

interface Painted extends Span {
  paint: Paint;
}

/** A text with more characters than this is edited without colours, so that typing never waits for them. */
export const MOST_PAINTED = 30_000;

const paints: Readonly<Partial<Record<JsonNode['type'], Paint>>> = {
  string: 'text',
  number: 'number',
  boolean: 'word',
  null: 'word',
};

/** A JSON text in pieces that look alike: names, texts, numbers, words, and the characters at which faults stand. */
export function paintJson(text: string, { root, faults }: JsonReading): readonly Piece[] {
  const runs = root ? runsOf(root) : [];
  const faulty = new Set(faults.map(({ at }) => at));
  const edges = [
    ...runs.flatMap(({ start, end }) => [start, end]),
    ...[...faulty].flatMap((at) => [at, at + 1]),
  ];
  const cuts = [...new Set([0, ...edges, text.length])]
    .filter((at) => at <= text.length)
    .sort((one, other) => one - other);
  let run = 0;
  return cuts.slice(0, -1).map((at, index) => {
    while ((runs[run]?.end ?? text.length + 1) <= at) run++;
    const here = runs[run];
    const paint = here && here.start <= at ? here.paint : undefined;
    return { text: text.slice(at, cuts[index + 1]), ...(paint && { paint }), fault: faulty.has(at), at };
  });
}

/** The painted runs in the order in which they stand. */
function runsOf(root: JsonNode): readonly Painted[] {
  const runs: Painted[] = [];
  const nodes = [root];
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    const paint = paints[node.type];
    if (paint) runs.push({ ...node.span, paint });
    if (node.type === 'array') nodes.push(...node.items);
    if (node.type !== 'object') continue;
    for (const { nameSpan, value } of node.members) {
      runs.push({ ...nameSpan, paint: 'name' });
      nodes.push(value);
    }
  }
  return runs.sort((one, other) => one.start - other.start);
}
