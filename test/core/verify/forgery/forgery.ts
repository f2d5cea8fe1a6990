/** A token that must never verify under a key, as both would be pasted. */
export interface Forgery {
  name: string;
  token: string;
  key: string;
}

export const payload = '{"sub":"mallory","admin":true}';
export const encode = (value: string | Uint8Array) => Buffer.from(value).toString('base64url');
export const numberOf = (bytes: Uint8Array) => BigInt(`0x${Buffer.from(bytes).toString('hex') || '0'}`);
export const bytesOf = (value: bigint, length: number) =>
  Buffer.from(
    value
      .toString(16)
      .padStart(2 * length, '0')
      .slice(-2 * length),
    'hex',
  );

export const inputOf = (alg: string) => `${encode(JSON.stringify({ alg }))}.${encode(payload)}`;
