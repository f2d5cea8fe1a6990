import { decodeBase64 } from './base64';
import { bad, good, type Read } from './key';

/** One block of RFC 7468 text. */
export interface PemBlock {
  label: string;
  bytes: Uint8Array<ArrayBuffer>;
  /** Line of its BEGIN, from 1. */
  line: number;
  /** RFC 1421 headers such as "Proc-Type: 4,ENCRYPTED", which older private keys carry. */
  headers: readonly string[];
}

/** More blocks than any chain or bundle that is pasted as a key. */
const mostBlocks = 200;

const begin = /-----BEGIN ([^-\r\n]+)-----/;

/** True when a text holds, or starts to hold, a PEM block. */
export function looksLikePem(text: string): boolean {
  return /-----(?:BEGIN|END) /.test(text);
}

/**
 * Reads every PEM block of a text. Lenient where people's tools are (indented lines, CRLF, a key in one line
 * with "\n" written out, text around it), strict about what is inside.
 */
export function readPem(text: string): Read<readonly PemBlock[]> {
  const blocks: PemBlock[] = [];
  // A key kept in one environment variable has its line breaks written out; equal length keeps positions true.
  const plain = text.replaceAll('\\r\\n', ' \n  ').replaceAll('\\n', ' \n');
  for (let from = 0; ; ) {
    const found = begin.exec(plain.slice(from));
    if (!found) break;
    const block = readBlock(plain, from + found.index, found[0].length, found[1] ?? '');
    if (!block.ok) return block;
    if (blocks.length >= mostBlocks)
      return bad('too-long', { line: block.value.block.line, values: [`${mostBlocks}`] });
    blocks.push(block.value.block);
    from = block.value.end;
  }
  return blocks.length > 0 ? good(blocks) : bad('pem-cut', { at: 0, line: 1, values: [''] });
}

function readBlock(
  text: string,
  start: number,
  length: number,
  label: string,
): Read<{ block: PemBlock; end: number }> {
  const line = lineOf(text, start);
  const inside = start + length;
  const end = /-----END ([^-\r\n]+)-----/.exec(text.slice(inside));
  if (!end) return bad('pem-cut', { at: text.length, line: lineOf(text, text.length), values: [label] });
  if (end[1] !== label) {
    const at = inside + end.index;
    return bad('pem-labels-differ', { at, line: lineOf(text, at), values: [label, end[1] ?? ''] });
  }
  const { headers, body, at } = withoutHeaders(text.slice(inside, inside + end.index), inside);
  const bytes = readBody(text, body, at, label);
  return bytes.ok
    ? good({ block: { label, bytes: bytes.value, line, headers }, end: inside + end.index + end[0].length })
    : bytes;
}

/** RFC 1421 section 4.6: headers end at the first empty line. */
function withoutHeaders(text: string, at: number): { headers: string[]; body: string; at: number } {
  const match = /^\s*(?:[A-Za-z0-9-]+: [^\n]*\n(?:[ \t]+[^\n]*\n)*)+[ \t]*\r?\n/.exec(text);
  if (!match) return { headers: [], body: text, at };
  return {
    headers: match[0].trim().split(/\r?\n/),
    body: text.slice(match[0].length),
    at: at + match[0].length,
  };
}

function readBody(text: string, body: string, start: number, label: string): Read<Uint8Array<ArrayBuffer>> {
  const odd = /[^A-Za-z0-9+/=\s]/.exec(body);
  if (odd) {
    const at = start + odd.index;
    return bad('pem-unreadable', { at, line: lineOf(text, at), values: [odd[0]] });
  }
  const packed = body.replace(/\s+/g, '');
  const bytes = decodeBase64(packed);
  if (packed === '') return bad('pem-empty', { at: start, line: lineOf(text, start), values: [label] });
  if (!bytes)
    return bad('pem-cut', {
      at: start + body.trimEnd().length,
      line: lineOf(text, start + body.trimEnd().length),
      values: [label],
    });
  return good(bytes);
}

function lineOf(text: string, at: number): number {
  return text.slice(0, at).split('\n').length;
}
