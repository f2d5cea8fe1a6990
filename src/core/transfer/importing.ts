import type { Exchange } from '../traffic/exchange';
import type { Fact } from '../traffic/fact';
import { createFolding } from '../traffic/folding';
import { factsOf, type HarEntry } from '../traffic/har';
import { createEntryCutter } from './entryCutter';
import type { ImportFault, ImportNote } from './faults';
import { readEntry } from './harDialects';
import { isExchange, ownMember } from './kept';
import { mayHideToken, mayHoldToken, mayMatter, seen } from './likely';
import { isObject, type Loose, objectIn } from './loose';
import { createNotes } from './notes';
import { type Recorded, recordedIn } from './recorded';

/** What a file held. */
export interface Imported {
  /** Those that tell of a token, in order of their start. */
  exchanges: readonly Exchange[];
  /** How many requests there are in the file, with a token or without. */
  entries: number;
  /** The program that wrote it, and its version; empty where it does not say. */
  creator: string;
  /** The first of them; `faultCount` counts all. */
  faults: readonly ImportFault[];
  faultCount: number;
  notes: readonly ImportNote[];
  /** What was known of the tokens before they were redacted; undefined unless it is a redacted export of ours. */
  recorded?: Recorded | undefined;
}

/** Reads a file that comes in chunks: a HAR of any exporter, or an export of our own. */
export interface Importer {
  push(chunk: Uint8Array): void;
  /** How many requests were met so far. */
  entries(): number;
  end(): Imported;
}

/** HAR keeps its entries in log.entries, our JSON export in exchanges. */
const paths = [['log', 'entries'], ['exchanges']];

const MOST_FAULTS = 100;
const isBlank = (byte: number) => byte <= 0x20;

export function createImporter(): Importer {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const folding = createFolding();
  const kept: Exchange[] = [];
  const faults: ImportFault[] = [];
  const notes = createNotes();
  let faultCount = 0;
  let entries = 0;
  let lastStart = '1970-01-01T00:00:00Z';

  const fault = (found: ImportFault) => {
    faultCount++;
    if (faults.length < MOST_FAULTS) faults.push(found);
  };

  const readOwn = (exchange: unknown) => {
    if (isExchange(exchange)) kept.push(exchange);
    else fault({ code: 'not-kept-right', entry: entries });
  };

  const readForeign = (value: unknown) => {
    const read = readEntry(value);
    if ('code' in read) return fault({ ...read, entry: entries });
    if (read.started === undefined) notes.timeless();
    lastStart = read.started ?? lastStart;
    read.entry.startedDateTime = lastStart;
    const body = read.body && (isRefusal(read.entry) || mayMatter(read.body)) ? read.body : undefined;
    folding.add(asImported(factsOf(read.entry, { source: 'i', n: entries, tabId: -1 }, body)));
  };

  const read = (text: string) => {
    notes.look(text);
    const value = parsed(text);
    if (value === undefined) fault({ code: 'entry-not-json', entry: entries });
    else if (isObject(value) && isObject(value[ownMember])) readOwn(value[ownMember]);
    else if (isObject(value) && 'captures' in value) readOwn(value);
    else readForeign(value);
  };

  const onEntry = (bytes: Uint8Array, signs: number) => {
    if (bytes.every(isBlank)) return;
    entries++;
    notes.see(signs);
    if (!maySay(signs)) return;
    const text = decoder.decode(bytes);
    if (isTelling(text, signs)) read(text);
  };

  const cutter = createEntryCutter(paths, onEntry);

  return {
    push: cutter.push,
    entries: () => entries,
    end() {
      const { outline, within, found } = cutter.end();
      const root = within ? {} : parsed(outline);
      if (within) fault({ code: 'cut-off', entry: entries + 1 });
      else if (root === undefined) fault({ code: 'not-json' });
      else if (!found) fault({ code: 'no-entries' });
      const log = isObject(root) && isObject(root.log) ? root.log : root;
      const recorded = recordedIn(objectIn(log, ownMember));
      const creator = creatorOf(objectIn(log, 'creator'));
      return {
        exchanges: [...folding.exchanges(), ...kept].sort((one, other) => one.startedMs - other.startedMs),
        entries,
        creator,
        faults,
        faultCount,
        notes: notes.all({ creator, entries, redacted: recorded !== undefined }),
        recorded,
      };
    },
  };
}

/** The body of a refusal says why. */
const isRefusal = ({ response }: HarEntry) => response.status >= 400;

/** Whether an entry is worth a look, by what was seen of it in passing: almost all hold no token, and are only counted. */
const maySay = (signs: number) =>
  (signs & (seen.telling | seen.header | seen.encoded)) > 0 || (signs & seen.address) === 0;

/** Whether reading an entry can tell anything, by its text. */
function isTelling(text: string, signs: number): boolean {
  if (signs & seen.telling || !(signs & seen.address)) return true;
  const has = (sign: number) => (signs & sign) !== 0;
  return (has(seen.header) && mayHoldToken(text)) || (has(seen.encoded) && mayHideToken(text));
}

/** The value of a JSON text; undefined where it is none. No JSON text has that value. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const creatorOf = ({ name, version }: Loose) =>
  [name, version].filter((each) => typeof each === 'string').join(' ');

/** The facts of an entry, seen by no feed that listens. */
const asImported = (facts: readonly Fact[]): Fact[] =>
  facts.map((fact) => (fact.kind === 'sent' ? { ...fact, feed: 'import' } : fact));
