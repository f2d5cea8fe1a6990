import { fields, stateTests } from './fields';
import type { Term } from './parse';
import type { Subject } from './subject';
import type { State } from './words';

export type Condition = (subject: Subject) => boolean;

/** Whether a row fits all conditions of a query. */
export function conditionOf(terms: readonly Term[]): Condition {
  const conditions = terms.map((term) => {
    const holds = termCondition(term);
    return term.negated ? (subject: Subject) => !holds(subject) : holds;
  });
  return (subject) => conditions.every((condition) => condition(subject));
}

function termCondition({ field, path = '', value }: Term): Condition {
  if (field === 'is') return stateTests[value as State];
  const known = field === undefined ? undefined : fields[field];
  if (!known) return anywhere(value);
  const fits = fitting(value, known.whole);
  return (subject) => known.values(subject, path).some((one) => one !== undefined && fits(one));
}

/** Upper and lower case are one; `*` stands for any characters, and 4xx for a class of statuses. */
function fitting(wanted: string, whole: boolean): (value: string) => boolean {
  const sought = wanted.toLowerCase().replace(/^([1-5])xx$/, '$1*');
  const [first = '', ...pieces] = sought.split('*');
  if (pieces.length > 0) return (value) => fitsPieces(value.toLowerCase(), first, pieces);
  return (value) => (whole ? value.toLowerCase() === sought : value.toLowerCase().includes(sought));
}

/** Whether a value is made of these pieces in their order, with anything in between: each is sought but once. */
function fitsPieces(value: string, first: string, pieces: readonly string[]): boolean {
  if (!value.startsWith(first)) return false;
  let from = first.length;
  for (const piece of pieces.slice(0, -1)) {
    const at = value.indexOf(piece, from);
    if (at < 0) return false;
    from = at + piece.length;
  }
  const last = pieces.at(-1) ?? '';
  return value.length - last.length >= from && value.endsWith(last);
}

/** Without a field the words that the list shows are looked through. */
function anywhere(value: string): Condition {
  const sought = value.toLowerCase();
  return (subject) => wordsOf(subject).includes(sought);
}

/** The words of each row in lower case, line by line: they are looked through with every letter that is typed. */
const words = new WeakMap<Subject['row'], string>();

function wordsOf({ row, seen }: Subject): string {
  const known = words.get(row);
  if (known !== undefined) return known;
  const { alg, typ, kid, who, iss } = row.summary;
  const lines = new Set([alg, typ, kid, who, iss, row.capture.opaque]);
  for (const { exchange, capture } of seen()) {
    const { before, carrier } = capture;
    lines.add(
      `${exchange.method}\n${exchange.url}\n${exchange.status}\n${before}${carrier.name}\n${carrier.place}`,
    );
  }
  const text = [...lines].join('\n').toLowerCase();
  words.set(row, text);
  return text;
}
