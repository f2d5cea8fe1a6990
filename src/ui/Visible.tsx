/**
 * Characters that are not seen or that turn the text around them: controls but for tabs and line ends, format
 * characters, separators of lines and paragraphs, and letters that are drawn as nothing.
 */
const hidden = /((?![\t\r\n])\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}|[\u115f\u1160\u17b4\u17b5\u3164\uffa0]|\u034f)/u;

const codeOf = (character: string) =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/**
 * Text of a stranger. Each hidden character stands in a box that shows its code and keeps its effect to itself; it stays
 * part of the text, so that what is copied is what was there.
 */
export function Visible({ text }: { text: string }) {
  if (!hidden.test(text)) return <>{text}</>;
  const pieces = text.split(hidden).map((piece, at) => ({ piece, at }));
  return (
    <>
      {pieces.map(({ piece, at }) =>
        at % 2 === 0 ? (
          piece
        ) : (
          <span class="hidden-character" data-code={codeOf(piece)} key={at}>
            {piece}
          </span>
        ),
      )}
    </>
  );
}
