import { encodeBase64url } from './base64url';
import { readJson } from './json';
import { Pseudonyms } from './pseudonyms';
import { readForm } from './readForm';
import { applied, type Edit, editsOf, type Keeps, keepsParameter, keepsTime } from './redactJson';
import type { Part, PartName, Token } from './token';

/** In place of content whose values cannot be told apart. */
const redacted = 'redacted';

/** What becomes of a part's content; the parts that are not here are cut: they can be used, or hold what is secret. */
const rewriters: Readonly<Partial<Record<PartName, (part: Part, pseudonyms: Pseudonyms) => string>>> = {
  header: (part, pseudonyms) => withPseudonyms(part, keepsParameter, pseudonyms),
  'unprotected-header': (part, pseudonyms) => withPseudonyms(part, keepsParameter, pseudonyms),
  payload: (part, pseudonyms) => withPseudonyms(part, keepsTime, pseudonyms),
  'key-binding': (part, pseudonyms) => nested(part, pseudonyms),
  disclosure: (part, pseudonyms) => disclosure(part, pseudonyms),
};

/**
 * A token that can be shown around: the signature is cut, every text and number is replaced by a pseudonym of the same
 * type, the same for the same. Structure, names and times stay as written. With the same `pseudonyms` several tokens
 * stay comparable. Undefined for a text that is no token: what cannot be read whole cannot be redacted.
 */
export function redactToken(token: Token, pseudonyms = new Pseudonyms()): string | undefined {
  if (!token.valid) return undefined;
  const edits = token.parts.map((part) => ({ span: part.span, text: redactPart(part, pseudonyms) }));
  if (token.form !== 'jws-json' && token.form !== 'jwe-json') return applied(token.text, edits);
  return applied(token.text, outermost(token, edits, pseudonyms));
}

function redactPart(part: Part, pseudonyms: Pseudonyms): string {
  const text = rewriters[part.name]?.(part, pseudonyms) ?? '';
  return part.unencoded ? text : encodeBase64url(new TextEncoder().encode(text));
}

function withPseudonyms(part: Part, keeps: Keeps, pseudonyms: Pseudonyms): string {
  const { text = '', json } = part;
  if (json) return applied(text, editsOf(text, json, keeps, pseudonyms));
  return part.span.end === part.span.start ? '' : nested(part, pseudonyms);
}

/** A token within a part; anything else is not told. */
function nested({ text = '' }: Part, pseudonyms: Pseudonyms): string {
  return redactToken(readForm(text), pseudonyms) ?? redacted;
}

/** RFC 9901 section 4.2: salt, perhaps a name, which is kept, and a value. */
function disclosure({ text = '', json }: Part, pseudonyms: Pseudonyms): string {
  if (json?.type !== 'array') return redacted;
  const name = json.items.length === 3 ? json.items[1] : undefined;
  const edits = editsOf(text, json, () => false, pseudonyms);
  return applied(
    text,
    edits.filter(({ span }) => span.start !== name?.span.start),
  );
}

/** The edits of a JSON serialization: its parts, with their quotes, and what else it says. Of one in another the outer. */
function outermost(token: Token, edits: readonly Edit[], pseudonyms: Pseudonyms): readonly Edit[] {
  const { root } = readJson(token.text);
  const parts = edits.map((edit, at) => (isQuoted(token.parts[at]) ? withQuotes(edit) : edit));
  const all = [...parts, ...(root ? editsOf(token.text, root, () => false, pseudonyms) : [])];
  let from = 0;
  return all
    .toSorted(({ span: one }, { span: other }) => one.start - other.start || other.end - one.end)
    .filter(({ span }) => {
      const isOuter = span.start >= from;
      if (isOuter) from = span.end;
      return isOuter;
    });
}

/** All parts are JSON strings there, but for the unprotected headers, which are objects. */
const isQuoted = (part: Part | undefined) => part?.name !== 'unprotected-header';

const withQuotes = ({ span, text }: Edit): Edit => ({
  span: { start: span.start - 1, end: span.end + 1 },
  text: `"${text}"`,
});
