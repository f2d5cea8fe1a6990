import type { MessageKey } from '../say';

/** How a word is called, and where it is defined. Its explanation is the sentence `term_` + code. */
export interface TermRow {
  /** The message that is its name, or the name itself where that is the same in every language. */
  name: MessageKey | { word: string };
  /** Specification and section; absent for words of our own. */
  source?: string;
}

/** Every word that is explained, in the order in which they are met. */
export const terms = {
  token: { name: 'term_name_token', source: 'RFC 7519 section 3' },
  header: { name: 'region_header', source: 'RFC 7515 section 4' },
  payload: { name: 'region_payload', source: 'RFC 7519 section 4' },
  claim: { name: 'term_name_claim', source: 'RFC 7519 section 4' },
  signature: { name: 'card_signature', source: 'RFC 7515 section 5.2' },
  time: { name: 'card_time', source: 'RFC 7519 sections 4.1.4 to 4.1.6' },
  leeway: { name: 'term_name_leeway', source: 'RFC 7519 section 4.1.4' },
  expectations: { name: 'card_expectations', source: 'RFC 7519 section 7.2, RFC 8725 section 3' },
  trust: { name: 'card_trust', source: 'RFC 7515 section 10.3' },
  secret: { name: 'term_name_secret', source: 'RFC 7518 section 3.2' },
  key_pair: { name: 'term_name_key_pair', source: 'RFC 7518 section 3.1' },
  jwk: { name: { word: 'JWK, JWKS' }, source: 'RFC 7517 sections 4 and 5' },
  pem: { name: { word: 'PEM' }, source: 'RFC 7468 section 2' },
  thumbprint: { name: 'key_fact_thumbprint', source: 'RFC 7638 section 3' },
  finding: { name: 'findings_title' },
  carrier: { name: 'term_name_carrier', source: 'RFC 6750 sections 2 and 5.3' },
  bearer: { name: { word: 'Bearer' }, source: 'RFC 6750 section 2.1' },
  dpop: { name: { word: 'DPoP' }, source: 'RFC 9449 section 4' },
  opaque: { name: 'opaque_token', source: 'RFC 6749 section 1.4' },
  refresh: { name: 'term_name_refresh', source: 'RFC 6749 section 1.5' },
  lineage: { name: 'term_name_lineage' },
  family: { name: 'term_name_family', source: 'RFC 9700 section 4.14.2' },
  coverage: { name: 'coverage_limits' },
  base64url: { name: { word: 'base64url' }, source: 'RFC 7515 section 2' },
  detached: { name: 'term_name_detached', source: 'RFC 7515 appendix F' },
  nested: { name: 'term_name_nested', source: 'RFC 7519 section 5.2' },
  jwe: { name: { word: 'JWE' }, source: 'RFC 7516 section 3' },
  encrypted_key: { name: 'part_encrypted_key', source: 'RFC 7516 section 2' },
  iv: { name: 'part_iv', source: 'RFC 7516 section 2' },
  ciphertext: { name: 'part_ciphertext', source: 'RFC 7516 section 2' },
  tag: { name: 'part_tag', source: 'RFC 7516 section 2' },
  sd_jwt: { name: { word: 'SD-JWT' }, source: 'RFC 9901 section 4' },
  disclosure: { name: 'part_disclosure', source: 'RFC 9901 section 4.2' },
  digest: { name: 'sd_digest', source: 'RFC 9901 sections 4.2.4 and 4.2.5' },
  key_binding: { name: 'part_key_binding', source: 'RFC 9901 section 4.3' },
} as const satisfies Record<string, TermRow>;

export type TermCode = keyof typeof terms;

export const termCodes = Object.keys(terms) as readonly TermCode[];
