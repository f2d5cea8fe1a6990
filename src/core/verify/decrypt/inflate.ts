import { type Cannot, cannot } from './decryption';

/** What a compressed content may grow to, in bytes, as RFC 8725's successor suggests: a bomb stays a bomb. */
export const mostInflatedBytes = 250_000;

/** Undoes "zip": "DEF" (RFC 7516 section 4.1.3, RFC 1951), and stops when it grows too big. */
export async function inflate(bytes: Uint8Array): Promise<Uint8Array | Cannot> {
  const stream = new Blob([new Uint8Array(bytes)])
    .stream()
    .pipeThrough(new DecompressionStream('deflate-raw'));
  const reader = stream.getReader();
  const whole: number[] = [];
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return Uint8Array.from(whole);
      if (whole.length + value.length > mostInflatedBytes) {
        await reader.cancel();
        return cannot('zip-too-big', `${mostInflatedBytes}`);
      }
      for (const byte of value) whole.push(byte);
    }
  } catch {
    return cannot('zip-broken');
  }
}
