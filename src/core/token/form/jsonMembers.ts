import { type JsonNode, memberOf, readJson } from '../json';
import type { Fault, PartName } from '../token';
import { faultOf, type PartReading, readBinaryPart, readJsonPart, readPlainPart } from './parts';

/** What a member of a JSON serialization is read as. */
type Reader = (text: string, name: PartName, span: { start: number; end: number }) => PartReading;

/** A JSON serialization while it is read: its text, its root, and what has been found so far. */
export class JsonForm {
  readonly text: string;
  readonly root: JsonNode | undefined;
  readonly readings: PartReading[] = [];
  readonly faults: Fault[];
  /** False as soon as something is missing or wrong without which it is no token. */
  sound: boolean;

  constructor(text: string) {
    const { root, faults, valid } = readJson(text);
    this.text = text;
    this.root = root;
    this.sound = valid;
    this.faults = [...faults];
  }

  has(name: string, node = this.root): boolean {
    return memberOf(node, name) !== undefined;
  }

  /** Reads a base64url member as bytes, or as the JSON they hold. A missing one is nothing; one of another type is a fault. */
  binary(
    node: JsonNode | undefined,
    member: string,
    name: PartName,
    index?: number,
  ): PartReading | undefined {
    return this.#encoded(node, member, name, index, readBinaryPart);
  }

  json(node: JsonNode | undefined, member: string, name: PartName, index?: number): PartReading | undefined {
    return this.#encoded(node, member, name, index, readJsonPart);
  }

  /** Reads a member that is no base64url but a text (RFC 7797 section 3). */
  plain(node: JsonNode | undefined, member: string, name: PartName): PartReading | undefined {
    return this.#encoded(node, member, name, undefined, readPlainPart);
  }

  /** Reads a member that is an object as it stands: an unprotected header. */
  object(
    node: JsonNode | undefined,
    member: string,
    name: PartName,
    index?: number,
  ): PartReading | undefined {
    const value = memberOf(node, member);
    if (!value) return undefined;
    if (value.type !== 'object') return this.wrong(member, 'object', value);
    return this.#add(readPlainPart(this.text, name, value.span), index);
  }

  /** The items of an array of objects. */
  objects(member: string): readonly JsonNode[] {
    const value = memberOf(this.root, member);
    if (!value) return [];
    if (value.type === 'array' && value.items.every((item) => item.type === 'object')) return value.items;
    this.wrong(member, 'array', value);
    return [];
  }

  /** Notes a member that is missing or has the wrong type, without which there is no token. */
  wrong(member: string, wanted: string, value: JsonNode | undefined): undefined {
    this.sound = false;
    const code = value ? 'form-wrong-type' : 'form-member-missing';
    this.faults.push({ code, at: value?.span.start ?? 0, values: [member, wanted] });
  }

  #encoded(
    node: JsonNode | undefined,
    member: string,
    name: PartName,
    index: number | undefined,
    read: Reader,
  ): PartReading | undefined {
    const value = memberOf(node, member);
    if (!value) return undefined;
    if (value.type !== 'string') return this.wrong(member, 'string', value);
    return this.#add(read(this.text, name, { start: value.span.start + 1, end: value.span.end - 1 }), index);
  }

  #add(reading: PartReading, index: number | undefined): PartReading {
    const part = index === undefined ? reading.part : { ...reading.part, index };
    const added = { ...reading, part };
    this.readings.push(added);
    this.faults.push(...reading.faults);
    if (!reading.decodes) this.sound = false;
    if (part.name === 'header' && part.json?.type !== 'object') this.#notAnObject(added);
    return added;
  }

  #notAnObject({ part }: PartReading): void {
    this.sound = false;
    if (part.json) this.faults.push(faultOf('header-not-object', part, part.json.type));
  }
}
