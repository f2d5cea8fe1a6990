import type { NameRow } from './nameRow';

/**
 * All names of the IANA registry "JSON Web Signature and Encryption Header Parameters" as it was last updated on
 * 2026-05-22, compared one by one with a published copy. Names that JWS and JWE share are cited from RFC 7515.
 */
export const headerParameters: readonly NameRow[] = [
  ['alg', 'RFC 7515 section 4.1.1'],
  ['jku', 'RFC 7515 section 4.1.2'],
  ['jwk', 'RFC 7515 section 4.1.3'],
  ['kid', 'RFC 7515 section 4.1.4'],
  ['x5u', 'RFC 7515 section 4.1.5'],
  ['x5c', 'RFC 7515 section 4.1.6'],
  ['x5t', 'RFC 7515 section 4.1.7'],
  ['x5t#S256', 'RFC 7515 section 4.1.8'],
  ['typ', 'RFC 7515 section 4.1.9'],
  ['cty', 'RFC 7515 section 4.1.10'],
  ['crit', 'RFC 7515 section 4.1.11'],
  ['enc', 'RFC 7516 section 4.1.2'],
  ['zip', 'RFC 7516 section 4.1.3'],
  ['epk', 'RFC 7518 section 4.6.1.1'],
  ['apu', 'RFC 7518 section 4.6.1.2'],
  ['apv', 'RFC 7518 section 4.6.1.3'],
  ['iv', 'RFC 7518 section 4.7.1.1'],
  ['tag', 'RFC 7518 section 4.7.1.2'],
  ['p2s', 'RFC 7518 section 4.8.1.1'],
  ['p2c', 'RFC 7518 section 4.8.1.2'],
  ['b64', 'RFC 7797 section 3'],
  ['iss', 'RFC 7519 section 5.3'],
  ['sub', 'RFC 7519 section 5.3'],
  ['aud', 'RFC 7519 section 5.3'],
  ['url', 'RFC 8555 section 6.4.1'],
  ['nonce', 'RFC 8555 section 6.5.2'],
  ['ppt', 'RFC 8225 section 8.1'],
  ['svt', 'RFC 9321'],
  ['iheSSId', 'IHE ITI Document Digital Signature 5.10'],
  ['jwt', 'OpenID for Verifiable Presentations 1.0 section 12'],
  ['client_id', 'RFC 6749 section 2.2'],
  ['trust_chain', 'OpenID Federation 1.0 section 4.3'],
  ['peer_trust_chain', 'OpenID Federation 1.0 section 4.4'],
];
