import type { Part, Token } from '../token/token';

/** What a token says that its payload part alone does not. */
export interface Content {
  /** Processed as the recipient of an SD-JWT must (RFC 9901 section 7), or decrypted with a key that is at hand. */
  how: 'processed' | 'decrypted';
  payload: Part;
}

/** The token as if its payload said so itself. */
export function withContent(token: Token, content: Content | undefined): Token {
  if (!content) return token;
  const others = token.parts.filter(({ name }) => name !== 'payload');
  return { ...token, parts: [...others, content.payload] };
}
