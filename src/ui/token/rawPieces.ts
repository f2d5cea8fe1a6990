import type { Span } from '../../core/token/json';
import { tokenSpanOf } from '../../core/token/spans';
import type { Part, PartName, Token } from '../../core/token/token';
import type { Pointed } from '../model/model';

/** A run of characters of the token that look alike. */
export interface RawPiece {
  text: string;
  /** The part it belongs to; absent for what stands between the parts. */
  part?: PartName;
  marked: boolean;
  /** Where it begins in the token's text. */
  at: number;
}

const isPart = ({ name, span }: Part, pointed: Pointed) =>
  name === pointed.part && span.start === (pointed.at ?? span.start);

function markOf(token: Token, pointed: Pointed | undefined): Span | undefined {
  const part = pointed && token.parts.find((each) => isPart(each, pointed));
  return part && tokenSpanOf(part, pointed.span);
}

/** The token's first `length` characters, cut where a part or the mark begins or ends. */
export function rawPieces(token: Token, pointed: Pointed | undefined, length: number): readonly RawPiece[] {
  const mark = markOf(token, pointed);
  const partAt = (at: number) => token.parts.find(({ span }) => span.start <= at && at < span.end)?.name;
  const edges = [
    ...token.parts.flatMap(({ span }) => [span.start, span.end]),
    mark?.start ?? 0,
    mark?.end ?? 0,
  ];
  const cuts = [...new Set([0, ...edges, length])].filter((at) => at <= length).sort((a, b) => a - b);
  return cuts.slice(0, -1).map((at, index) => {
    const part = partAt(at);
    const marked = mark !== undefined && mark.start <= at && at < mark.end;
    return { text: token.text.slice(at, cuts[index + 1]), ...(part && { part }), marked, at };
  });
}
