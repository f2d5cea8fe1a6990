import { type Cursor, characterAt, type RawFault, report, skipSpace } from './cursor';
import type { JsonBounds, JsonNode } from './nodes';
import { beginsNumber, readNumber } from './number';
import { readString } from './string';
import { JsonTree } from './tree';
import { readWord, wordAt } from './word';

const byteOrderMark = 0xfeff;
const quote = 0x22;
const singleQuote = 0x27;
const comma = 0x2c;
const colon = 0x3a;
const letterI = 0x49;
const openArray = 0x5b;
const closeArray = 0x5d;
const openObject = 0x7b;
const closeObject = 0x7d;

/**
 * Reads one JSON text with a stack of its own, so that depth costs memory and not calls. A fault that has an obvious
 * meaning is reported and stepped over; at any other the reading stops and keeps what it has.
 */
export class JsonReader {
  readonly #cursor: Cursor;
  readonly #tree: JsonTree;
  /** Closing characters of all open containers, innermost last. */
  readonly #closers: number[] = [];
  #stopped = false;

  constructor(text: string, bounds: JsonBounds) {
    this.#cursor = { text, at: 0, faults: [] };
    this.#tree = new JsonTree(this.#cursor, bounds);
  }

  read(): { root: JsonNode | undefined; faults: readonly RawFault[] } {
    const cursor = this.#cursor;
    if (cursor.text.charCodeAt(0) === byteOrderMark) {
      report(cursor, 'json-byte-order-mark', 0);
      cursor.at = 1;
    }
    skipSpace(cursor);
    if (cursor.at >= cursor.text.length) report(cursor, 'json-empty', cursor.at);
    else this.#readAll();
    return { root: this.#tree.root, faults: cursor.faults };
  }

  #readAll(): void {
    const cursor = this.#cursor;
    do {
      if (!this.#readValue()) this.#finishValue();
    } while (this.#closers.length > 0 && !this.#stopped);
    this.#tree.closeAll(cursor.at);
    if (this.#stopped) return;
    skipSpace(cursor);
    if (cursor.at < cursor.text.length) report(cursor, 'json-trailing-text', cursor.at);
  }

  /** Reads a scalar, or opens a container; true when the cursor now stands at the first value inside. */
  #readValue(): boolean {
    const cursor = this.#cursor;
    const start = cursor.at;
    const code = cursor.text.charCodeAt(start);
    if (code === quote || code === singleQuote) this.#readStringValue(code, start);
    else if (code === openObject || code === openArray) return this.#openContainer(code, start);
    else if (beginsNumber(code) && cursor.text.charCodeAt(start + 1) !== letterI) {
      const value = readNumber(cursor);
      this.#tree.keep({ type: 'number', span: { start, end: cursor.at }, value });
    } else this.#readWord();
    return false;
  }

  #readStringValue(code: number, start: number): void {
    if (code === singleQuote) report(this.#cursor, 'json-single-quotes', start);
    const value = readString(this.#cursor);
    this.#tree.keep({ type: 'string', span: { start, end: this.#cursor.at }, value });
  }

  #readWord(): void {
    const node = readWord(this.#cursor);
    if (!node) this.#stop();
    else this.#tree.keep(node);
  }

  #openContainer(code: number, start: number): boolean {
    const span = { start, end: start };
    const isObject = code === openObject;
    this.#tree.open(isObject ? { type: 'object', span, members: [] } : { type: 'array', span, items: [] });
    this.#closers.push(isObject ? closeObject : closeArray);
    this.#cursor.at = start + 1;
    skipSpace(this.#cursor);
    if (this.#closesHere()) return false;
    this.#toNextValue();
    return true;
  }

  /** From behind a value to the next one: over its comma, or out of the containers that end here. */
  #finishValue(): void {
    while (this.#closers.length > 0 && !this.#stopped) {
      skipSpace(this.#cursor);
      if (this.#closesHere()) this.#close();
      else if (this.#skipComma()) {
        this.#toNextValue();
        return;
      }
    }
  }

  #closesHere(): boolean {
    return this.#cursor.text.charCodeAt(this.#cursor.at) === this.#closers[this.#closers.length - 1];
  }

  #close(): void {
    this.#closers.pop();
    this.#tree.close(++this.#cursor.at);
  }

  /** True when another value follows in the same container. */
  #skipComma(): boolean {
    const cursor = this.#cursor;
    const at = cursor.at;
    if (cursor.text.charCodeAt(at) !== comma) return this.#missesComma();
    cursor.at++;
    skipSpace(cursor);
    if (!this.#closesHere()) return true;
    report(cursor, 'json-trailing-comma', at);
    return false;
  }

  #missesComma(): boolean {
    const next = this.#cursor.text[this.#cursor.at] ?? '';
    if (!/["'\w[{-]/.test(next)) return this.#stop();
    report(this.#cursor, 'json-missing-comma', this.#cursor.at);
    return true;
  }

  /** Inside an object, reads the name and the colon that stand before the value. */
  #toNextValue(): void {
    if (this.#closers[this.#closers.length - 1] !== closeObject || !this.#readName()) return;
    const cursor = this.#cursor;
    skipSpace(cursor);
    if (cursor.text.charCodeAt(cursor.at) === colon) cursor.at++;
    else if (cursor.at < cursor.text.length) report(cursor, 'json-missing-colon', cursor.at);
    skipSpace(cursor);
  }

  #readName(): boolean {
    const cursor = this.#cursor;
    const start = cursor.at;
    const code = cursor.text.charCodeAt(start);
    if (code === singleQuote) report(cursor, 'json-single-quotes', start);
    if (code === quote || code === singleQuote) this.#tree.name = readString(cursor);
    else if (!this.#readBareName()) return this.#stop();
    this.#tree.nameSpan = { start, end: cursor.at };
    return true;
  }

  #readBareName(): boolean {
    const cursor = this.#cursor;
    const name = wordAt(cursor.text, cursor.at);
    if (name === '') return false;
    report(cursor, 'json-unquoted-name', cursor.at, name);
    cursor.at += name.length;
    this.#tree.name = name;
    return true;
  }

  #stop(): false {
    const { text, at, faults } = this.#cursor;
    this.#stopped = true;
    if (at < text.length) report(this.#cursor, 'json-unexpected-character', at, characterAt(text, at));
    else if (faults.at(-1)?.code !== 'json-unterminated-string')
      report(this.#cursor, 'json-unexpected-end', at);
    return false;
  }
}
