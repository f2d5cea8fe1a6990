import type { Cursor, RawFault } from './cursor';
import { Names } from './duplicates';
import type { JsonBounds, JsonMember, JsonNode } from './nodes';
import { beginsNumber, readNumber } from './number';
import { readString } from './string';
import { readWord } from './word';

const quote = 0x22;
const comma = 0x2c;
const colon = 0x3a;
const openArray = 0x5b;
const closeArray = 0x5d;
const openObject = 0x7b;
const closeObject = 0x7d;

/** What is nested deeper is left to the reader that has a stack of its own. */
const deepest = 100;

/**
 * Reads a text against which there is nothing at all to say, as almost all texts are, and within the bounds: twice as
 * fast as the reader that can tell what is wrong. Undefined for any other text.
 */
export function readSpotless(
  text: string,
  { maxDepth = 500, maxNodes = 500_000 }: JsonBounds,
): JsonNode | undefined {
  const reader = new SpotlessReader(text, Math.min(maxDepth, deepest), maxNodes);
  const root = reader.readValue(0);
  return root && reader.isAtEnd() ? root : undefined;
}

/** Every method gives undefined where the text is not spotless. */
class SpotlessReader implements Cursor {
  at = 0;
  readonly faults: RawFault[] = [];
  readonly text: string;
  private readonly maxDepth: number;
  private nodesLeft: number;

  constructor(text: string, maxDepth: number, maxNodes: number) {
    this.text = text;
    this.maxDepth = maxDepth;
    this.nodesLeft = maxNodes;
  }

  isAtEnd(): boolean {
    this.skipSpace();
    return this.at === this.text.length && this.faults.length === 0;
  }

  readValue(depth: number): JsonNode | undefined {
    const code = this.skipSpace();
    const start = this.at;
    if (this.nodesLeft-- < 0) return undefined;
    if (code === quote) {
      const value = readString(this);
      return { type: 'string', span: { start, end: this.at }, value };
    }
    if (code === openObject) return depth < this.maxDepth ? this.readObject(start, depth + 1) : undefined;
    if (code === openArray) return depth < this.maxDepth ? this.readArray(start, depth + 1) : undefined;
    if (!beginsNumber(code)) return readWord(this);
    const value = readNumber(this);
    return { type: 'number', span: { start, end: this.at }, value };
  }

  /** The code of the character that follows; not a number at the end of the text. */
  private skipSpace(): number {
    const { text } = this;
    let { at } = this;
    let code = text.charCodeAt(at);
    while (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) code = text.charCodeAt(++at);
    this.at = at;
    return code;
  }

  private readArray(start: number, depth: number): JsonNode | undefined {
    const items: JsonNode[] = [];
    this.at++;
    for (let code = this.skipSpace(); code !== closeArray || items.length > 0; ) {
      const item = this.readValue(depth);
      if (!item) return undefined;
      items.push(item);
      code = this.skipSpace();
      if (code === closeArray) break;
      if (code !== comma) return undefined;
      this.at++;
    }
    return { type: 'array', span: { start, end: ++this.at }, items };
  }

  private readObject(start: number, depth: number): JsonNode | undefined {
    const members: JsonMember[] = [];
    const names = new Names();
    this.at++;
    for (let code = this.skipSpace(); code !== closeObject || members.length > 0; ) {
      const member = this.readMember(depth);
      if (!member) return undefined;
      if (names.includes(member.name, members)) return undefined;
      members.push(member);
      code = this.skipSpace();
      if (code === closeObject) break;
      if (code !== comma) return undefined;
      this.at++;
    }
    return { type: 'object', span: { start, end: ++this.at }, members };
  }

  private readMember(depth: number): JsonMember | undefined {
    if (this.skipSpace() !== quote) return undefined;
    const start = this.at;
    const name = readString(this);
    const nameSpan = { start, end: this.at };
    if (this.skipSpace() !== colon) return undefined;
    this.at++;
    const value = this.readValue(depth);
    return value && { name, nameSpan, value, duplicate: false };
  }
}
