import { type JsonMember, type JsonNode, memberOf, sourceOf } from '../json';
import type { Disclosure } from '../sdJwt';
import type { Fault, Part } from '../token';
import type { SdJwtFaultCode } from './faults';

export interface Disclosed extends Disclosure {
  /** The elements of the disclosure's array. */
  items: readonly JsonNode[];
}

type Path = readonly (string | number)[];

/** Member names that have a meaning of their own (RFC 9901 section 4.2.1). */
const ownNames: ReadonlySet<string> = new Set(['_sd', '...']);

/**
 * Puts the disclosed values where their digests stand (RFC 9901 section 7.1 step 3), in the payload and in what was
 * disclosed itself, and writes the outcome as JSON text in which every value keeps its source.
 */
export class SdJwtUnfolding {
  readonly faults: Fault[] = [];
  withheld = 0;
  readonly #payload: Part;
  readonly #byDigest = new Map<string, Disclosed>();
  readonly #seen = new Set<string>();
  readonly #disclosed: readonly Disclosed[];

  constructor(payload: Part, disclosed: readonly Disclosed[]) {
    this.#payload = payload;
    this.#disclosed = disclosed;
    for (const each of disclosed) {
      if (this.#byDigest.has(each.digest)) this.#fault(each.part, 'sd-disclosure-twice');
      this.#byDigest.set(each.digest, each);
    }
  }

  run(): string {
    const { json } = this.#payload;
    const text = json ? this.#value(this.#payload, json, []) : '';
    for (const each of this.#disclosed) {
      if (!this.#seen.has(each.digest)) this.#fault(each.part, 'sd-disclosure-unreferenced');
    }
    return text;
  }

  #value(part: Part, node: JsonNode, path: Path): string {
    if (node.type === 'object') return this.#object(part, node.members, path);
    if (node.type === 'array') return this.#array(part, node.items, path);
    return sourceOf(part.text ?? '', node);
  }

  #object(part: Part, members: readonly JsonMember[], path: Path): string {
    const plain = members.filter((member) => !this.#isOwn(member.name, path));
    const written = plain.map(({ name, nameSpan, value }) => {
      const source = (part.text ?? '').slice(nameSpan.start, nameSpan.end);
      return `${source}:${this.#value(part, value, [...path, name])}`;
    });
    const names = new Set(plain.map((member) => member.name));
    for (const digest of this.#digestsOf(part, members)) {
      const member = this.#member(digest, names, path);
      if (member !== undefined) written.push(member);
    }
    return `{${written.join(',')}}`;
  }

  #isOwn(name: string, path: Path): boolean {
    return name === '_sd' || (name === '_sd_alg' && path.length === 0);
  }

  #digestsOf(part: Part, members: readonly JsonMember[]): readonly string[] {
    const list = members.findLast((member) => member.name === '_sd')?.value;
    if (!list) return [];
    const items = list.type === 'array' ? list.items : [];
    const digests = items.flatMap((item) => (item.type === 'string' ? [item.value] : []));
    if (list.type !== 'array' || digests.length < items.length) this.#fault(part, 'sd-digests-malformed');
    return digests;
  }

  #member(digest: string, names: Set<string>, path: Path): string | undefined {
    const found = this.#find(digest);
    if (!found) return undefined;
    const { part, name, value, items } = found;
    const written = items[1];
    if (name === undefined || !value || !written) return this.#fault(part, 'sd-disclosure-malformed', '3');
    if (ownNames.has(name)) return this.#fault(part, 'sd-name-forbidden', name);
    if (names.has(name)) return this.#fault(part, 'sd-name-exists', name);
    names.add(name);
    found.path = [...path, name];
    return `${sourceOf(part.text ?? '', written)}:${this.#value(part, value, found.path)}`;
  }

  #array(part: Part, items: readonly JsonNode[], path: Path): string {
    const written: string[] = [];
    for (const item of items) {
      const digest = item.type === 'object' && item.members.length === 1 ? memberOf(item, '...') : undefined;
      const here = [...path, written.length];
      const text = digest ? this.#element(part, digest, here) : this.#value(part, item, here);
      if (text !== undefined) written.push(text);
    }
    return `[${written.join(',')}]`;
  }

  #element(part: Part, digest: JsonNode, path: Path): string | undefined {
    if (digest.type !== 'string') return this.#fault(part, 'sd-digests-malformed');
    const found = this.#find(digest.value);
    if (!found) return undefined;
    if (!found.value || found.items.length !== 2)
      return this.#fault(found.part, 'sd-disclosure-malformed', '2');
    found.path = path;
    return this.#value(found.part, found.value, path);
  }

  /** The disclosure of a digest. A digest may occur once in all (section 7.1 step 4), so nothing is unfolded twice. */
  #find(digest: string): Disclosed | undefined {
    const found = this.#byDigest.get(digest);
    if (this.#seen.has(digest)) {
      this.#fault(found?.part ?? this.#payload, 'sd-digest-twice', digest);
      return undefined;
    }
    this.#seen.add(digest);
    if (!found) this.withheld++;
    return found;
  }

  #fault(part: Part, code: SdJwtFaultCode, ...values: string[]): undefined {
    this.faults.push({ code, part: part.name, at: part.span.start, ...(values.length > 0 && { values }) });
  }
}
