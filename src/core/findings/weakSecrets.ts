import { knownSecrets } from '../key/knownSecrets';
import { readForm } from '../token/readForm';
import type { Algorithm } from '../verify/algorithms';
import { readSigned } from '../verify/signed';

type Bytes = Uint8Array<ArrayBuffer>;

/** So many trials run side by side. */
const AT_ONCE = 64;

interface Signed {
  row: Algorithm;
  input: Bytes;
  signature: Bytes;
}

/** True for a token whose signature a secret can have made, so that trying some makes sense. */
export function isTriable(text: string): boolean {
  return signedOf(text) !== undefined;
}

/** The secret, of those that everybody knows, that signed the token; as text. Takes about half a second. */
export function knownSecretOf(text: string): Promise<string | undefined> {
  return firstFitting(text, knownSecrets());
}

/** The word that signed the token: as it is, or with what its base64 stands for. */
export function secretAmong(text: string, words: readonly string[]): Promise<string | undefined> {
  const encoder = new TextEncoder();
  return firstFitting(
    text,
    words.map((word) => encoder.encode(word)),
  );
}

/** Of a token with several signatures the first that a secret can have made. */
function signedOf(text: string): Signed | undefined {
  for (const signed of readSigned(readForm(text))) {
    const row = 'rows' in signed ? signed.rows.find(({ kind }) => kind === 'secret') : undefined;
    if (row && 'input' in signed && signed.signature.length === row.signatureBytes)
      return { row, input: signed.input, signature: signed.signature };
  }
  return undefined;
}

async function firstFitting(text: string, secrets: Iterable<Bytes>): Promise<string | undefined> {
  const signed = signedOf(text);
  if (!signed) return undefined;
  let batch: Bytes[] = [];
  for (const secret of secrets) {
    if (secret.length > 0) batch.push(secret);
    if (batch.length < AT_ONCE) continue;
    const found = await fittingIn(batch, signed);
    if (found) return new TextDecoder().decode(found);
    batch = [];
  }
  const found = await fittingIn(batch, signed);
  return found && new TextDecoder().decode(found);
}

async function fittingIn(batch: readonly Bytes[], signed: Signed): Promise<Bytes | undefined> {
  const fits = await Promise.all(batch.map((secret) => isSignedWith(secret, signed)));
  return batch[fits.indexOf(true)];
}

async function isSignedWith(secret: Bytes, { row, input, signature }: Signed): Promise<boolean> {
  const key = await crypto.subtle.importKey('raw', secret, row.importing, false, ['verify']);
  return crypto.subtle.verify(row.verifying, key, signature, input);
}
