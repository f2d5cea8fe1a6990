import { type Cursor, report } from './cursor';
import { Names } from './duplicates';
import type { JsonBounds, JsonMember, JsonNode, Span } from './nodes';

export type Container = JsonNode & { type: 'object' | 'array' };

/** Builds the nodes of a text while it is read, within bounds: beyond them the text is followed but not kept. */
export class JsonTree {
  root: JsonNode | undefined;
  /** How many containers are open, kept or not. */
  depth = 0;
  /** The member name that was read last and waits for its value. */
  name = '';
  nameSpan: Span = { start: 0, end: 0 };

  readonly #cursor: Cursor;
  readonly #maxDepth: number;
  #nodesLeft: number;
  /** The open containers whose content is kept: all, or the outermost ones. */
  readonly #kept: Container[] = [];
  /** A container that is kept without its content, while it is open. */
  #shut: Container | undefined;
  /** For each kept object, the names of its members. */
  readonly #names: (Names | undefined)[] = [];

  constructor(cursor: Cursor, bounds: JsonBounds) {
    this.#cursor = cursor;
    this.#maxDepth = bounds.maxDepth ?? 500;
    this.#nodesLeft = bounds.maxNodes ?? 500_000;
  }

  /** Hangs a value into the container it stands in, where that is kept and the bounds allow. */
  keep(node: JsonNode): boolean {
    if (this.depth > this.#kept.length) return false;
    const parent = this.#kept[this.depth - 1];
    if (!parent) this.root = node;
    else if (this.#nodesLeft-- <= 0) return this.#elide(parent, 'json-too-many', node.span.start);
    else if (parent.type === 'array') parent.items.push(node);
    else parent.members.push(this.#memberOf(parent.members, node));
    return true;
  }

  open(node: Container): void {
    if (this.keep(node)) {
      if (this.depth < this.#maxDepth) this.#kept.push(node);
      else this.#shutOut(node);
    }
    this.depth++;
  }

  close(end: number): void {
    if (this.depth === this.#kept.length) {
      const node = this.#kept.pop();
      if (node) node.span.end = end;
      this.#names[this.depth - 1] = undefined;
    } else if (this.#shut && this.depth === this.#kept.length + 1) {
      this.#shut.span.end = end;
      this.#shut = undefined;
    }
    this.depth--;
  }

  /** Ends everything that is still open, where the reading stops. */
  closeAll(end: number): void {
    while (this.depth > 0) this.close(end);
  }

  #shutOut(node: Container): void {
    this.#elide(node, 'json-too-deep', node.span.start);
    this.#shut = node;
  }

  #elide(container: Container, code: 'json-too-many' | 'json-too-deep', at: number): false {
    if (container.elided) return false;
    container.elided = true;
    if (!this.#cursor.faults.some((fault) => fault.code === code)) report(this.#cursor, code, at);
    return false;
  }

  #memberOf(members: readonly JsonMember[], value: JsonNode): JsonMember {
    const { name, nameSpan } = this;
    this.#names[this.depth - 1] ??= new Names();
    const duplicate = this.#names[this.depth - 1]?.includes(name, members) ?? false;
    if (duplicate) report(this.#cursor, 'json-duplicate-member', nameSpan.start, name);
    return { name, nameSpan, value, duplicate };
  }
}
