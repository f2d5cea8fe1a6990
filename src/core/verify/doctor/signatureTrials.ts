import { decodeBase64, decodeStrict } from '../../key/base64';
import { readDer, unsignedOf } from '../../key/der';
import { readSecret } from '../../key/secret';
import { type Algorithm, fitsKind } from '../algorithms';
import type { Patient, RemedyCode, Trial } from './trial';

type Bytes = Uint8Array<ArrayBuffer>;

interface Guess {
  code: RemedyCode;
  signature: Bytes | undefined;
}

/** The signature is right, but written in another way than JWS demands. */
export function signatureTrials({ signed, keys }: Patient): readonly Trial[] {
  const candidates = keys.flatMap((key) =>
    signed.rows.filter((row) => fitsKind(row, key)).map((row) => ({ key, row })),
  );
  return candidates.flatMap(({ key, row }) =>
    guesses(signed.signature, row).flatMap(({ code, signature }) =>
      signature ? [{ code, values: [row.name], key, row, signature, input: signed.input }] : [],
    ),
  );
}

function guesses(signature: Bytes, row: Algorithm): readonly Guess[] {
  const text = asciiOf(signature);
  const again: readonly (Bytes | undefined)[] =
    text === undefined ? [] : [hex(text), decodeStrict(text), decodeBase64(text)];
  return [
    {
      code: 'signature-der',
      signature: row.kind === 'ec' ? rawOfDer(signature, (row.signatureBytes ?? 0) / 2) : undefined,
    },
    ...again.map((bytes): Guess => ({ code: 'signature-twice-encoded', signature: bytes })),
  ];
}

/** Ecdsa-Sig-Value (RFC 3279 section 2.2.3) as the two numbers of fixed length that RFC 7518 section 3.4 wants. */
function rawOfDer(signature: Bytes, length: number): Bytes | undefined {
  const read = readDer(signature);
  const [r, s] = read.ok ? read.value.children.map(unsignedOf) : [];
  if (!r || !s || r.length > length || s.length > length) return undefined;
  const raw = new Uint8Array(2 * length);
  raw.set(r, length - r.length);
  raw.set(s, 2 * length - s.length);
  return raw;
}

/** The signature's bytes as printable ASCII, when they are. */
function asciiOf(bytes: Bytes): string | undefined {
  return bytes.every((byte) => byte > 32 && byte < 127) ? new TextDecoder().decode(bytes) : undefined;
}

function hex(text: string): Bytes | undefined {
  const read = readSecret(text, 'hex');
  return read.ok ? read.value : undefined;
}
