/** One line of a hex view. */
export interface HexRow {
  /** Offset of its first byte. */
  offset: number;
  /** Two digits for each byte. */
  bytes: readonly string[];
  /** The printable ASCII characters, and a dot for each other byte. */
  text: string;
}

/** Rows of 16 bytes, from `from` on; no more than `mostRows`, so that a long part costs no more than what is shown of it. */
export function hexRows(bytes: Uint8Array, mostRows: number, from = 0): readonly HexRow[] {
  const rows: HexRow[] = [];
  for (let offset = from; offset < bytes.length && rows.length < mostRows; offset += 16) {
    const line = bytes.subarray(offset, offset + 16);
    rows.push({ offset, bytes: Array.from(line, twoDigits), text: Array.from(line, printable).join('') });
  }
  return rows;
}

/** All bytes as hexadecimal digits, without spaces. */
export function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, twoDigits).join('');
}

function twoDigits(byte: number): string {
  return byte.toString(16).padStart(2, '0');
}

function printable(byte: number): string {
  return byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.';
}
