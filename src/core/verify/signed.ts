import { joinBytes } from '../key/joinBytes';
import { encodeBase64url } from '../token/base64url';
import { type JsonNode, memberOf } from '../token/json';
import type { Token } from '../token/token';
import { type Algorithm, algorithmsNamed } from './algorithms';
import { isCanonical } from './canonical';
import { type AskedCertificate, askedCertificate } from './certified';
import { criticalFault } from './critical';
import { type Unchecked, unchecked } from './outcome';
import { type Signer, signersOf, sliceOf } from './signer';

/** What is to be checked: the bytes that were signed, the signature, and which key the header asks for. */
export interface Signed {
  alg: string;
  rows: readonly Algorithm[];
  kid?: string;
  certificate?: AskedCertificate;
  input: Uint8Array<ArrayBuffer>;
  signature: Uint8Array<ArrayBuffer>;
  /** True when the payload part is empty, so that it may travel elsewhere (RFC 7515 appendix F). */
  payloadIsEmpty: boolean;
}

/** A payload that travels apart from its token, in bytes. */
export interface Detached {
  payload: Uint8Array;
}

const encoder = new TextEncoder();

/** Decides, for each signature of a token, whether it can be checked at all, before any key is looked at. */
export function readSigned(token: Token, detached?: Detached): readonly (Signed | Unchecked)[] {
  const signers = signersOf(token);
  return 'state' in signers ? [signers] : signers.map((signer) => readOne(token, signer, detached));
}

function readOne(token: Token, signer: Signer, detached: Detached | undefined): Signed | Unchecked {
  const { header, payload, signature, joint } = signer;
  const known = knownAlgorithm(memberOf(joint, 'alg'));
  if ('state' in known) return known;
  const critical = criticalFault(joint);
  if (critical) return critical;
  const encoded = !isFalse(memberOf(joint, 'b64'));
  const parts = [...(header ? [header] : []), signature, ...(encoded ? [payload] : [])];
  const broken = parts.find((each) => !isCanonical(sliceOf(token, each)));
  if (broken) return unchecked('encoding', broken.name);
  const payloadIsEmpty = payload.span.start === payload.span.end && !detached;
  if (payloadIsEmpty && !encoded) return unchecked('payload-detached');
  const kid = memberOf(joint, 'kid');
  const certificate = askedCertificate(joint);
  return {
    ...known,
    ...(kid?.type === 'string' && { kid: kid.value }),
    ...(certificate && { certificate }),
    input: signingInput(token, signer, encoded, detached),
    signature: new Uint8Array(signature.bytes),
    payloadIsEmpty,
  };
}

/** RFC 7515 section 5.2 step 8, RFC 7797 section 3: the characters as they stand, never encoded anew. */
function signingInput(
  token: Token,
  { header, payload }: Signer,
  encoded: boolean,
  detached: Detached | undefined,
): Uint8Array<ArrayBuffer> {
  const start = `${header ? sliceOf(token, header) : ''}.`;
  if (!detached) {
    return encoded
      ? encoder.encode(start + sliceOf(token, payload))
      : joinBytes(encoder.encode(start), payload.bytes);
  }
  const rest = encoded ? encoder.encode(encodeBase64url(detached.payload)) : detached.payload;
  return joinBytes(encoder.encode(start), rest);
}

/** RFC 8725 section 3.1: only an algorithm that we know, by its exact name. */
function knownAlgorithm(alg: JsonNode | undefined): { alg: string; rows: readonly Algorithm[] } | Unchecked {
  if (!alg) return unchecked('alg-missing');
  if (alg.type !== 'string') return unchecked('alg-malformed');
  if (alg.value.toLowerCase() === 'none') return unchecked('alg-none');
  const rows = algorithmsNamed(alg.value);
  return rows.length > 0 ? { alg: alg.value, rows } : unchecked('alg-unsupported', alg.value);
}

function isFalse(node: JsonNode | undefined): boolean {
  return node?.type === 'boolean' && !node.value;
}
