/** A piece of a word of the shell: a text, or the value of a variable. */
export type Piece = { text: string } | { variable: string };

/** Texts that mean themselves without quotes, and between double quotes. */
const bare = /^[\w./:=@%+,-]+$/;
const harmless = /^[^"$`\\!\p{C}]*$/u;

const variable = (name: string) => `\${${name}}`;
const single = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;
const isText = (piece: Piece): piece is { text: string } => 'text' in piece;

/** A word of the POSIX shell, quoted so that every text means itself. */
export function shellWord(pieces: readonly Piece[]): string {
  const [first, ...others] = pieces;
  if (first && others.length === 0 && isText(first) && bare.test(first.text)) return first.text;
  if (pieces.every((piece) => !isText(piece) || harmless.test(piece.text)))
    return `"${pieces.map((piece) => (isText(piece) ? piece.text : variable(piece.variable))).join('')}"`;
  return pieces
    .map((piece) => (isText(piece) ? single(piece.text) : `"${variable(piece.variable)}"`))
    .join('');
}

/** A text in which every token is the variable that holds it. */
export function piecesOf(
  text: string,
  [first, ...others]: readonly { token: string; name: string }[],
): Piece[] {
  if (!first) return text === '' ? [] : [{ text }];
  return text
    .split(first.token)
    .flatMap((part, at) => [...(at > 0 ? [{ variable: first.name }] : []), ...piecesOf(part, others)]);
}
