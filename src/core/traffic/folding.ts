import { noteChange } from './change';
import type { Capture, Exchange } from './exchange';
import type { Answered, Fact, Sent } from './fact';
import { exchangeOf } from './merging';
import { admit, emptyGroup, type Group, near, type Sighting } from './pairing';
import { nameOf } from './unpacking';

/** Folds the facts of the log into exchanges, one for each request, whichever feeds saw it. */
export interface Folding {
  add(facts: readonly Fact[]): void;
  /** All exchanges so far, in order of their start. Those of which nothing new was told are the same objects as before. */
  exchanges(): readonly Exchange[];
}

/** The work of an addition depends on what is added and on the equal requests close to it, not on the log's length. */
export function createFolding(): Folding {
  const groupOf = createGroups();
  /** By source and number. */
  const latest = new Map<string, Map<number, Sighting>>();
  let changed = new Set<Sighting>();
  /** What is told, and the sightings that lead it, in the same order. */
  let leaders: Sighting[] = [];
  let list: Exchange[] = [];
  /** The list as it was last given away, and how much of it has stayed in front of and behind what changed since. */
  let given: readonly Exchange[] = [];
  let kept = 0;
  let behind = 0;
  let seen = 0;

  /** What DevTools alone heard may be the answer to each equal request whose own was missed. */
  const note = (sighting: Sighting) => {
    changed.add(sighting);
    if (!sighting.group || sighting.sent.feed !== 'devtools') return;
    for (const other of near(sighting.group.webRequest, sighting)) if (!other.answer) changed.add(other);
  };

  const addSent = (sent: Sent) => {
    const name = nameOf(sent);
    const ofSource = within(latest, sent.source, emptyMap<number, Sighting>);
    const hop = (ofSource.get(sent.n)?.hop ?? 0) + 1;
    const id = hop === 1 ? name : `${name}/${hop}`;
    const group = groupOf(sent);
    const sighting: Sighting = {
      id,
      order: seen++,
      hop,
      sent,
      body: bodyOf(sent),
      answer: undefined,
      group,
      partner: undefined,
      exchange: undefined,
    };
    if (group) for (const one of admit(group, sighting)) changed.add(one);
    note(sighting);
    ofSource.set(sent.n, sighting);
  };

  const addAnswer = (answer: Answered) => {
    const sighting = latest.get(answer.source)?.get(answer.n);
    if (!sighting || sighting.answer) return;
    sighting.answer = answer;
    note(sighting);
    if (sighting.partner) changed.add(sighting.partner);
  };

  /** Tells a sighting anew, in its place. */
  const tell = (one: Sighting) => {
    const was = one.exchange !== undefined;
    one.exchange = told(one);
    if (!was && !one.exchange) return;
    const place = placeBehind(leaders, one) - (was ? 1 : 0);
    kept = Math.min(kept, place);
    behind = Math.min(behind, list.length - place - (was ? 1 : 0));
    leaders.splice(place, was ? 1 : 0, ...(one.exchange ? [one] : []));
    list.splice(place, was ? 1 : 0, ...(one.exchange ? [one.exchange] : []));
  };

  /** Tells so many anew that sorting all is the smaller work. */
  const tellMany = (many: ReadonlySet<Sighting>) => {
    const all = [...leaders.filter((one) => !many.has(one)), ...many];
    for (const one of many) one.exchange = told(one);
    leaders = all.filter(({ exchange }) => exchange !== undefined).sort(byStart);
    list = leaders.map(({ exchange }) => exchange as Exchange);
    kept = 0;
    behind = 0;
  };

  return {
    add(facts) {
      for (const fact of facts) fact.kind === 'sent' ? addSent(fact) : addAnswer(fact);
    },
    exchanges() {
      if (changed.size === 0) return given;
      kept = given.length;
      behind = given.length;
      if (changed.size > leaders.length / 8) tellMany(changed);
      else for (const one of changed) tell(one);
      changed = new Set();
      const now = list.slice();
      noteChange(given, now, kept, Math.min(behind, given.length - kept, now.length - kept));
      given = now;
      return now;
    },
  };
}

/** The exchange that a sighting leads. Where webRequest saw it too, its sighting speaks for both. */
function told(one: Sighting): Exchange | undefined {
  if (one.sent.feed === 'devtools' && one.partner) return undefined;
  return exchangeOf(one, () => near(one.group?.devtools ?? [], one));
}

const byStart = (a: Sighting, b: Sighting) => a.sent.atMs - b.sent.atMs || a.order - b.order;

/** The place behind all that come before one, and behind itself. */
function placeBehind(list: readonly Sighting[], one: Sighting): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = list[middle];
    if (other && byStart(other, one) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Finds the group of a request: equal method, address and tokens in headers that both feeds always see. */
function createGroups(): (sent: Sent) => Group | undefined {
  const byAddress = new Map<string, Map<string, Map<string, Group>>>();
  const nameOfTokens = createTokenNames();
  return ({ feed, method, url, captures }) => {
    if (feed !== 'webRequest' && feed !== 'devtools') return undefined;
    const byMethod = within(byAddress, url, emptyMap<string, Map<string, Group>>);
    const byTokens = within(byMethod, method, emptyMap<string, Group>);
    return within(byTokens, nameOfTokens(captures), emptyGroup);
  };
}

const emptyMap = <Key, Value>() => new Map<Key, Value>();

function within<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** Names the tokens in headers that both feeds see. Equal ones are one list where the log was read, named once. */
function createTokenNames(): (captures: readonly Capture[]) => string {
  const numbers = new Map<string, number>();
  const names = new WeakMap<readonly Capture[], string>();
  const numberOf = (text: string) => within(numbers, text, () => numbers.size);
  return (captures) => {
    if (captures.length === 0) return '';
    const known = names.get(captures);
    if (known !== undefined) return known;
    let name = '';
    for (const capture of captures)
      if (isPlainHeader(capture)) name += ` ${capture.carrier.name} ${numberOf(capture.token)}`;
    names.set(captures, name);
    return name;
  };
}

/** The tokens in a request's body, in one text. */
function bodyOf({ captures }: Sent): string {
  let text = '';
  for (const { carrier, token } of captures) if (carrier.place === 'request-body') text += ` ${token}`;
  return text;
}

/** Chromium shows some of the headers that the browser itself adds to one feed alone. */
const isPlainHeader = ({ carrier: { place, name } }: Capture) =>
  place === 'request-header' && !/^(?:sec-|proxy-)/.test(name);
