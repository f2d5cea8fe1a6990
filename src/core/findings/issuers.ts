import { type JsonNode, memberOf } from '../token/json';
import { has, textOf } from './members';

/*
 * What some issuers do in their own way, by their documentation, and by intent: no fault of the token.
 */

type Json = JsonNode | undefined;

/** Supabase's anon and service_role keys are made to live as long as the project. */
export function isProjectKey(claims: Json): boolean {
  const isRole = ['anon', 'service_role'].includes(textOf(claims, 'role') ?? '');
  return isRole && (has(claims, 'ref') || /^supabase/.test(textOf(claims, 'iss') ?? ''));
}

/** AWS's load balancers end each part with =, against RFC 7515 section 2, and their documentation says so. */
export function isPadded(header: Json): boolean {
  return /^arn:aws[\w-]*:elasticloadbalancing:/.test(textOf(header, 'signer') ?? '');
}

/**
 * A signed document that is nobody's credential: it names no issuer, subject or audience, and brings the certificates
 * of who signed it (app stores' notifications, attestations of devices).
 */
export function isSignedDocument(header: Json, claims: Json): boolean {
  return memberOf(header, 'x5c')?.type === 'array' && !has(claims, 'iss', 'sub', 'aud');
}

/** True for a token without exp whose receiver has another way to tell when it ends. */
export function endsOtherwise(header: Json, claims: Json): boolean {
  return endings.some((isSo) => isSo(header, claims)) || isSignedDocument(header, claims);
}

const isAppleId = (text: string | undefined) => /^[A-Z0-9]{10}$/.test(text ?? '');

const endings: readonly ((header: Json, claims: Json) => boolean)[] = [
  // Apple's push service takes what was issued within the last hour; there is nothing but team and time.
  (header, claims) =>
    isAppleId(textOf(header, 'kid')) &&
    isAppleId(textOf(claims, 'iss')) &&
    has(claims, 'iat') &&
    claims?.type === 'object' &&
    claims.members.length === 2,
  // Adobe says when it began and how long it lasts.
  (_header, claims) => has(claims, 'created_at') && has(claims, 'expires_in'),
  // Plaid signs each of its messages, for the moment it is sent.
  (_header, claims) => has(claims, 'iat') && has(claims, 'request_body_sha256'),
];
