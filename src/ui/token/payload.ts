import { type Part, partOf, type Token } from '../../core/token/token';
import type { MessageKey } from '../say';

export const hasDisclosures = ({ form, parts }: Token) =>
  form === 'sd-jwt' || parts.some(({ name }) => name === 'disclosure');

export const isEncrypted = ({ form }: Token) => form === 'jwe-compact' || form === 'jwe-json';

/** The payload, unless it is empty, which says that it travels apart (RFC 7515 appendix F). */
export function payloadOf(token: Token): Part | undefined {
  const part = partOf(token, 'payload');
  return part && part.span.end > part.span.start ? part : undefined;
}

/** Why there is no payload to show. */
export function absenceOf(token: Token): MessageKey {
  if (isEncrypted(token)) return 'region_payload_encrypted';
  return token.valid ? 'region_payload_detached' : 'region_payload_absent';
}
