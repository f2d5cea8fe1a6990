/** What decompressing gave. */
export interface Inflated {
  bytes: Uint8Array<ArrayBuffer>;
  /** Unless `whole`, `bytes` is only the beginning: the bound was reached, or the data is damaged or breaks off. */
  end: 'whole' | 'too-big' | 'broken';
}

/**
 * Decompresses, but never to more than `mostBytes`: a few kilobytes can swell to gigabytes.
 * `deflate-raw` is what zip DEF means (RFC 7516 section 4.1.3); `deflate` has zlib's wrapping (RFC 1950).
 */
export async function inflate(
  compressed: Uint8Array<ArrayBuffer>,
  format: 'deflate-raw' | 'deflate' | 'gzip',
  mostBytes: number,
): Promise<Inflated> {
  const reader = new Blob([compressed]).stream().pipeThrough(new DecompressionStream(format)).getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    while (size <= mostBytes) {
      const { done, value } = await reader.read();
      if (done) return { bytes: join(chunks, size), end: 'whole' };
      chunks.push(value);
      size += value.length;
    }
    await reader.cancel();
    return { bytes: join(chunks, mostBytes), end: 'too-big' };
  } catch {
    return { bytes: join(chunks, size), end: 'broken' };
  }
}

function join(chunks: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk.subarray(0, size - at), at);
    at = Math.min(size, at + chunk.length);
  }
  return bytes;
}
