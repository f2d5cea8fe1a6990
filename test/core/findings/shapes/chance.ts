import { createHash } from 'node:crypto';
import { nowSeconds } from '../samples';

/** What a header or a set of claims holds. */
export type Members = Record<string, unknown>;

/** One token to be. */
export interface Shape {
  header: Members;
  claims: Members;
  /** As AWS's load balancer writes it: with = at the end of each part. */
  padded?: boolean;
  /** In five parts, of which all but the header are bytes that say nothing. */
  isEncrypted?: boolean;
}

/** The same "random" values in every run: each is the hash of a counter. */
export class Chance {
  #count = 0;
  bytes(length: number): Buffer {
    const blocks: Buffer[] = [];
    while (blocks.length * 32 < length)
      blocks.push(
        createHash('sha256')
          .update(`healthy ${this.#count++}`)
          .digest(),
      );
    return Buffer.concat(blocks).subarray(0, length);
  }
  hex(length: number): string {
    return this.bytes(length).toString('hex').slice(0, length);
  }
  base64url(bytes: number): string {
    return this.bytes(bytes).toString('base64url');
  }
  base64(bytes: number): string {
    return this.bytes(bytes).toString('base64');
  }
  digits(length: number): string {
    const rest = BigInt(`0x${this.hex(2 * length)}`)
      .toString()
      .slice(0, length - 1);
    return `${1 + ((this.bytes(1)[0] ?? 0) % 9)}${rest}`.padEnd(length, '7');
  }
  number(below: number): number {
    return this.bytes(4).readUInt32BE() % below;
  }
  uuid(): string {
    const hex = this.hex(32);
    return [
      hex.slice(0, 8),
      hex.slice(8, 12),
      `4${hex.slice(13, 16)}`,
      `a${hex.slice(17, 20)}`,
      hex.slice(20),
    ].join('-');
  }
  of<T>(...list: readonly T[]): T {
    return list[this.number(list.length)] as T;
  }
}

export const people = ['ada', 'grace', 'linus', 'zoë', '山田', 'o’hara'];

/** The times of a token that was issued within the last half of its life. */
export function living(chance: Chance, seconds: number) {
  const iat = nowSeconds - chance.number(Math.floor(seconds / 2)) - 1;
  return { iat, exp: iat + seconds };
}

export function withNbf({ iat, exp }: { iat: number; exp: number }) {
  return { iat, nbf: iat, exp };
}

/** How each kind of token is made, by its name. */
export type Shapes = Readonly<Record<string, (chance: Chance) => Shape>>;
