import { decodeStrict } from '../key/base64';
import { readToken } from '../token/read';
import { isBase64url } from '../token/strictBase64url';
import { readSigned, type Signed } from './signed';

type HeaderFacts = Pick<Signed, 'alg' | 'rows' | 'kid' | 'certificate'>;

/** Tokens of one issuer share their header, so that it is read once. False: only the full reading will do. */
const headers = new Map<string, HeaderFacts | false>();
const MOST_HEADERS = 500;
const LONGEST_HEADER = 2_000;

const encoder = new TextEncoder();

/**
 * What is to be checked of a compact token with one signature and an ordinary header, without reading its payload;
 * undefined for anything else. Never differs from `readSigned`, as a test compares.
 */
export function quickSigned(text: string): Signed | undefined {
  const [header = '', payload = '', signature, ...rest] = text.split('.', 4);
  if (signature === undefined || rest.length > 0 || payload === '') return undefined;
  const facts = factsOf(header);
  if (!facts || !isBase64url(payload)) return undefined;
  const bytes = decodeStrict(signature);
  if (!bytes) return undefined;
  const input = encoder.encode(text.slice(0, text.length - signature.length - 1));
  return { ...facts, input, signature: bytes, payloadIsEmpty: false };
}

function factsOf(header: string): HeaderFacts | false {
  const known = headers.get(header);
  if (known !== undefined) return known;
  const facts = header.length > LONGEST_HEADER ? false : readFacts(header);
  if (headers.size >= MOST_HEADERS) headers.clear();
  headers.set(header, facts);
  return facts;
}

/** What the header says with a payload and a signature that nothing can be said against. */
function readFacts(header: string): HeaderFacts | false {
  const token = readToken(`${header}.e30.AA`);
  const [signed] = readSigned(token);
  if (
    token.form !== 'jws-compact' ||
    !signed ||
    'state' in signed ||
    /"b64"/.test(token.parts[0]?.text ?? '')
  )
    return false;
  const { alg, rows, kid, certificate } = signed;
  return { alg, rows, ...(kid !== undefined && { kid }), ...(certificate && { certificate }) };
}
