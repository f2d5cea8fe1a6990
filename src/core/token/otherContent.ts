import { memberOf } from './json';
import { type Fault, partOf, type Token } from './token';

/**
 * Whether a JWS signs something else than the claims of a JWT, as RFC 7515 allows: its payload is other content, or
 * travels apart from it (appendix F), and that is all there is to say of it. A payload that begins as a JSON object, or
 * that `typ` calls a JWT, was meant as claims (RFC 7519 section 5.1).
 */
export function isOtherContent(token: Token): boolean {
  return token.faults.every(isOfContent) && !saysJwt(token) && !beginsAsClaims(token);
}

/** A fault of what was decoded, and not of how it is encoded. */
function isOfContent({ part, code, byte }: Fault): boolean {
  return (
    code === 'payload-empty' || (part === 'payload' && (byte !== undefined || code === 'payload-not-object'))
  );
}

function saysJwt(token: Token): boolean {
  const typ = memberOf(partOf(token, 'header')?.json, 'typ');
  return typ?.type === 'string' && /jwt$/i.test(typ.value);
}

function beginsAsClaims(token: Token): boolean {
  const payload = partOf(token, 'payload');
  return (payload?.json ?? payload?.fragment)?.type === 'object';
}
