import { Chance, type Shapes } from './shapes/chance';
import { common } from './shapes/common';
import { encrypted } from './shapes/encrypted';
import { identity } from './shapes/identity';
import { platforms } from './shapes/platforms';
import { workloads } from './shapes/workloads';

/** What well-known issuers put into their tokens, as their documentation shows it. */
const shapes: Shapes = { ...common, ...encrypted, ...identity, ...platforms, ...workloads };

const signatureBytes = (alg: unknown) =>
  /^[RP]S/.test(String(alg)) ? 256 : ({ HS256: 32, HS384: 48, HS512: 64, ES256: 64 }[String(alg)] ?? 64);

/** So many tokens with nothing wrong, as many as possible of each shape. */
export function healthyTokens(count: number): { shape: string; text: string }[] {
  const chance = new Chance();
  const names = Object.keys(shapes);
  return Array.from({ length: count }, (_, at) => {
    const shape = names[at % names.length] ?? '';
    const made = shapes[shape]?.(chance) ?? { header: {}, claims: {} };
    const header = Buffer.from(JSON.stringify(made.header));
    const rest = made.isEncrypted
      ? [made.header.alg === 'dir' ? 0 : 256, 12, 400, 16].map((length) => chance.bytes(length))
      : [Buffer.from(JSON.stringify(made.claims)), chance.bytes(signatureBytes(made.header.alg))];
    const written = [header, ...rest].map((part) => {
      const text = part.toString('base64url');
      return made.padded ? text.padEnd(Math.ceil(text.length / 4) * 4, '=') : text;
    });
    return { shape, text: written.join('.') };
  });
}
