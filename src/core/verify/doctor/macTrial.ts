import type { Key } from '../../key/key';
import type { Patient, Remedy } from './trial';

/** Fewer bytes than these agree by chance. */
const leastBytes = 8;

/**
 * Tells a right HMAC that was cut off, or of which some bytes were changed, from another one: with a secret the whole
 * can be made anew and laid beside it. Of other algorithms nothing like it can be said.
 */
export async function macRemedy({ signed }: Patient, key: Key): Promise<Remedy | undefined> {
  const { rows, signature, input } = signed;
  const [row] = rows;
  if (row?.kind !== 'secret' || key.material.type !== 'bytes') return undefined;
  const mac = await crypto.subtle.importKey('raw', key.material.bytes, row.importing, false, ['sign']);
  const whole = new Uint8Array(await crypto.subtle.sign('HMAC', mac, input));
  const same = signature.filter((byte, at) => byte === whole[at]).length;
  const { length } = signature;
  if (length >= leastBytes && length < whole.length && same === length)
    return { code: 'signature-cut', values: [`${length}`] };
  const changed = length === whole.length && same < length && same >= length / 2;
  return changed ? { code: 'altered-signature', values: [`${length - same}`, `${length}`] } : undefined;
}
