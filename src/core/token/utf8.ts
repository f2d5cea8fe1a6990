export const utf8FaultCodes = [
  'utf8-continuation',
  'utf8-cut-short',
  'utf8-overlong',
  'utf8-surrogate',
  'utf8-out-of-range',
  'utf8-impossible-byte',
] as const;

export interface Utf8Fault {
  code: (typeof utf8FaultCodes)[number];
  /** Offset of the first bad byte, from 0. */
  byte: number;
  /** The byte in hexadecimal, two digits. */
  values: readonly [string];
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Decodes strict UTF-8 (RFC 3629); a byte order mark stays in the text. Never throws. */
export function decodeUtf8(bytes: Uint8Array): { text: string } | { fault: Utf8Fault } {
  try {
    return { text: strict.decode(bytes) };
  } catch {
    return { fault: firstFault(bytes) };
  }
}

interface Lead {
  from: number;
  to: number;
  length: number;
  /** Range of the second byte (RFC 3629 section 4), and what a second byte outside it means. */
  second: readonly [number, number];
  below?: Utf8Fault['code'];
  above?: Utf8Fault['code'];
}

const leads: readonly Lead[] = [
  { from: 0xc2, to: 0xdf, length: 2, second: [0x80, 0xbf] },
  { from: 0xe0, to: 0xe0, length: 3, second: [0xa0, 0xbf], below: 'utf8-overlong' },
  { from: 0xe1, to: 0xec, length: 3, second: [0x80, 0xbf] },
  { from: 0xed, to: 0xed, length: 3, second: [0x80, 0x9f], above: 'utf8-surrogate' },
  { from: 0xee, to: 0xef, length: 3, second: [0x80, 0xbf] },
  { from: 0xf0, to: 0xf0, length: 4, second: [0x90, 0xbf], below: 'utf8-overlong' },
  { from: 0xf1, to: 0xf3, length: 4, second: [0x80, 0xbf] },
  { from: 0xf4, to: 0xf4, length: 4, second: [0x80, 0x8f], above: 'utf8-out-of-range' },
];

function firstFault(bytes: Uint8Array): Utf8Fault {
  let at = 0;
  while (at < bytes.length) {
    const first = bytes[at] ?? 0;
    const code = first < 0x80 ? undefined : faultAt(bytes, at, first);
    if (code) return { code, byte: at, values: [first.toString(16).padStart(2, '0')] };
    at += first < 0x80 ? 1 : (leadOf(first)?.length ?? 1);
  }
  return { code: 'utf8-cut-short', byte: bytes.length, values: ['00'] };
}

function leadOf(first: number): Lead | undefined {
  return leads.find((lead) => first >= lead.from && first <= lead.to);
}

function faultAt(bytes: Uint8Array, at: number, first: number): Utf8Fault['code'] | undefined {
  const lead = leadOf(first);
  if (!lead) return withoutLead(first);
  const second = bytes[at + 1] ?? 0;
  if (isContinuation(second)) {
    if (second < lead.second[0]) return lead.below;
    if (second > lead.second[1]) return lead.above;
  }
  for (let next = 1; next < lead.length; next++) {
    if (!isContinuation(bytes[at + next] ?? 0)) return 'utf8-cut-short';
  }
  return undefined;
}

function withoutLead(first: number): Utf8Fault['code'] {
  if (first < 0xc0) return 'utf8-continuation';
  if (first < 0xc2) return 'utf8-overlong';
  return first < 0xf8 ? 'utf8-out-of-range' : 'utf8-impossible-byte';
}

function isContinuation(byte: number): boolean {
  return (byte & 0xc0) === 0x80;
}
