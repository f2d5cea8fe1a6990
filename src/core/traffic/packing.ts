import { writeNumber, writeSigned } from './digits';
import type { Fact } from './fact';
import { shapeOf } from './shaping';
import { type Definitions, definers, pass, type Segment, type TokenRef } from './unpacking';

/** Appends a fact to a segment: changes the segment and returns what to add to its text. */
export function pack(segment: Segment, fact: Fact, refOf: (token: string) => TokenRef): string {
  let definitions = '';
  const numberOf = (known: Definitions<unknown>, tag: '=' | '@' | '~', text: string) => {
    if (!known.numbers.has(text)) {
      definitions += `${tag}${text}\n`;
      definers[tag](segment, text);
    }
    return writeNumber(known.numbers.get(text) ?? 0);
  };
  const { shapes, addresses, tokens } = segment;
  let record = numberOf(shapes, '=', JSON.stringify(shapeOf(fact)));
  record +=
    writeSigned(fact.n - (segment.last.get(fact.source) ?? 0)) + writeSigned(fact.atMs - segment.atMs);
  if (fact.kind === 'sent') record += numberOf(addresses, '@', JSON.stringify(fact.url));
  for (const { token } of fact.captures) record += numberOf(tokens, '~', refOf(token));
  pass(segment, fact);
  return definitions + record;
}

/** Requests that wait for their answer are remembered from segment to segment; of many, the latest. */
const MOST_WAITING = 200;

/** The beginning of a segment's text: the requests that wait for their answer since an earlier one. */
export function opening({ open }: Segment): string {
  const names = [...open].slice(-MOST_WAITING);
  return names.length > 0 ? `!${JSON.stringify(names)}\n` : '';
}

/** The tokens that a text defines. No record holds a character that begins a definition. */
export function tokensIn(text: string): TokenRef[] {
  const definitions = text.match(/[=@~!][^\n]*/g) ?? [];
  return definitions.filter((definition) => definition.startsWith('~')).map((each) => each.slice(1));
}
