import type { Capture, Exchange } from './exchange';

/** The DPoP proof that went with an access token in the same request (RFC 9449 section 7.1), if there is one. */
export function proofFor({ captures }: Exchange, access: Capture): Capture | undefined {
  if (isProof(access) || !isSentIn(access, 'authorization')) return undefined;
  return captures.find(isProof);
}

/** The access token that a DPoP proof went with. */
export function provenBy({ captures }: Exchange, proof: Capture): Capture | undefined {
  if (!isProof(proof)) return undefined;
  return captures.find((capture) => isSentIn(capture, 'authorization'));
}

const isProof = (capture: Capture) => isSentIn(capture, 'dpop');

const isSentIn = ({ carrier: { place, name } }: Capture, header: string) =>
  place === 'request-header' && name === header;
