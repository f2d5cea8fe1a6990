import { alphabet } from './strictBase64url';

export const base64urlFaultCodes = [
  'base64-padding',
  'base64-wrong-padding',
  'base64-standard-alphabet',
  'base64-whitespace',
  'base64-character',
  'base64-length',
  'base64-trailing-bits',
] as const;

export interface Base64urlFault {
  code: (typeof base64urlFaultCodes)[number];
  /** UTF-16 offset in the encoded text. */
  at: number;
  values?: readonly string[];
}

export interface Base64urlReading {
  bytes: Uint8Array<ArrayBuffer>;
  /** At most one of each code: the first place where it stands. */
  faults: Base64urlFault[];
  /** Offsets of the characters that carry no bits (white space, padding), ascending. */
  skipped: number[];
}

const foreign = 255;
const values = new Uint8Array(128).fill(foreign);
for (let value = 0; value < 64; value++) values[alphabet.charCodeAt(value)] = value;

const standard: Readonly<Record<string, number>> = { '+': 62, '/': 63 };
/** White space and the characters nobody sees: soft hyphen, zero-width ones, byte order mark. */
const unseen = /[\s\u00ad\u200b-\u200d\u2060\ufeff]/;

class Decoding {
  readonly faults: Base64urlFault[] = [];
  readonly skipped: number[] = [];
  readonly #text: string;
  readonly #sextets: Uint8Array;
  #count = 0;
  #last = 0;
  #firstPadding = -1;

  constructor(text: string) {
    this.#text = text;
    this.#sextets = new Uint8Array(text.length);
  }

  run(): Base64urlReading {
    for (let at = 0; at < this.#text.length; at++) {
      const code = this.#text.charCodeAt(at);
      const value = code < 128 ? (values[code] ?? foreign) : foreign;
      if (value === foreign) this.#odd(at);
      else this.#push(value, at);
    }
    this.#checkEnd();
    return { bytes: this.#bytes(), faults: this.faults, skipped: this.skipped };
  }

  #push(value: number, at: number): void {
    this.#sextets[this.#count++] = value;
    this.#last = at;
    if (this.#firstPadding >= 0) this.#fault('base64-wrong-padding', this.#firstPadding);
  }

  #odd(at: number): void {
    const character = String.fromCodePoint(this.#text.codePointAt(at) ?? 0);
    if (character === '=') {
      this.skipped.push(at);
      if (this.#firstPadding < 0) this.#firstPadding = at;
    } else if (unseen.test(character)) {
      this.skipped.push(at);
      this.#fault('base64-whitespace', at);
    } else {
      const value = standard[character];
      this.#push(value ?? 0, at);
      this.#fault(value === undefined ? 'base64-character' : 'base64-standard-alphabet', at, [character]);
    }
  }

  #fault(code: Base64urlFault['code'], at: number, of?: readonly string[]): void {
    if (this.faults.some((fault) => fault.code === code)) return;
    this.faults.push(of ? { code, at, values: of } : { code, at });
  }

  #checkEnd(): void {
    const rest = this.#count % 4;
    if (this.#firstPadding >= 0) this.#checkPadding();
    if (rest === 1) this.#fault('base64-length', this.#last, [String(this.#count)]);
    const unused = [0, 0, 15, 3][rest] ?? 0;
    if ((this.#sextets[this.#count - 1] ?? 0) & unused) this.#fault('base64-trailing-bits', this.#last);
  }

  #checkPadding(): void {
    const padding = this.#text.slice(this.#firstPadding).replace(/[^=]/g, '').length;
    const right = (this.#count + padding) % 4 === 0 && padding <= 2;
    this.#fault(right ? 'base64-padding' : 'base64-wrong-padding', this.#firstPadding, [String(padding)]);
  }

  #bytes(): Uint8Array<ArrayBuffer> {
    const bytes = new Uint8Array(Math.floor((this.#count * 3) / 4));
    let bits = 0;
    let out = 0;
    for (let at = 0; at < this.#count; at++) {
      bits = (bits << 6) | (this.#sextets[at] ?? 0);
      if (at % 4 !== 0) bytes[out++] = bits >> (6 - 2 * (at % 4));
    }
    return bytes;
  }
}

/** The reference decoder: as {@link decodeBase64url}, in plain code. */
export function decodeByHand(text: string): Base64urlReading {
  return new Decoding(text).run();
}
