/** What the last character may be when 4 or 2 of its bits carry nothing (RFC 4648 section 3.5). */
const lastOf: Readonly<Record<number, string>> = { 2: 'AQgw', 3: 'AEIMQUYcgkosw048' };

/** True when a text is the one base64url encoding of its bytes: no padding, no spare bits, nothing foreign. */
export function isCanonical(text: string): boolean {
  const rest = text.length % 4;
  if (rest === 1 || !/^[\w-]*$/.test(text)) return false;
  return rest === 0 || (lastOf[rest] ?? '').includes(text.slice(-1));
}
