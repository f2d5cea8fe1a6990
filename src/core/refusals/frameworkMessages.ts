import { early, expired, fromFuture, type MessageRow, undecodable } from './messageRow';

/** The words of libraries for Java, .NET, Go, Ruby and PHP. */
export const frameworkMessages: readonly MessageRow[] = [
  {
    pattern: /Jwt expired at|JWT expired \d|JWT expired at|The Token has expired on/i,
    library: 'Spring Security',
    says: expired,
  },
  {
    pattern: /Jwt used before|JWT early access|can't be used before/i,
    library: 'Spring Security',
    says: early,
  },
  {
    pattern: /JWT signature does not match|Signed JWT rejected|Invalid signature|signature resulted invalid/i,
    library: 'Spring Security',
    says: { signature: 0.93, truncated: 0.95, 'stray-space': 0.9, algorithm: 0.4 },
  },
  {
    pattern: /Another algorithm expected|no matching key\(s\) found/i,
    library: 'Nimbus',
    says: { algorithm: 0.85, signature: 0.6 },
  },
  { pattern: /iss claim is not valid/i, library: 'Spring Security', says: { issuer: 0.97 } },
  {
    pattern: /aud claim is not valid|audience is (?:not|in)valid/i,
    library: 'Spring Security',
    says: { audience: 0.95 },
  },
  {
    pattern:
      /Malformed token|Unable to read JSON value|Malformed JWT|Invalid JWT serialization|JWT strings must contain/i,
    library: 'Spring Security',
    says: undecodable,
  },
  { pattern: /The token expired at|IDX10223/i, library: 'ASP.NET', says: expired },
  { pattern: /The token is not valid before|IDX10222/i, library: 'ASP.NET', says: early },
  {
    pattern: /The signature is invalid|IDX1051\d|IDX10503/i,
    library: 'ASP.NET',
    says: { signature: 0.96, truncated: 0.95, 'stray-space': 0.9 },
  },
  {
    pattern: /The signature key was not found|IDX10501/i,
    library: 'ASP.NET',
    says: { signature: 0.95, truncated: 0.95, 'stray-space': 0.9, algorithm: 0.4 },
  },
  { pattern: /The audience '.*' is invalid|IDX10214/i, library: 'ASP.NET', says: { audience: 0.97 } },
  { pattern: /The issuer '.*' is invalid|IDX10205/i, library: 'ASP.NET', says: { issuer: 0.97 } },
  { pattern: /The token has no expiration|IDX10225/i, library: 'ASP.NET', says: { 'claim-missing': 0.95 } },
  { pattern: /IDX12741|IDX14100|IDX12709/i, library: 'ASP.NET', says: undecodable },
  { pattern: /token is expired(?: by)?/i, library: 'golang-jwt', says: expired },
  { pattern: /token used before issued/i, library: 'golang-jwt', says: fromFuture },
  { pattern: /token is not valid yet/i, library: 'golang-jwt', says: early },
  {
    pattern: /signature is invalid/i,
    library: 'golang-jwt',
    says: { signature: 0.96, truncated: 0.95, 'stray-space': 0.9 },
  },
  {
    pattern: /token (?:contains an invalid number of segments|is malformed)|illegal base64 data/i,
    library: 'golang-jwt',
    says: undecodable,
  },
  {
    pattern: /unexpected signing method|signing method .* is invalid/i,
    library: 'golang-jwt',
    says: { algorithm: 0.95, 'alg-none': 0.9 },
  },
  { pattern: /token has invalid audience/i, library: 'golang-jwt', says: { audience: 0.97 } },
  { pattern: /token has invalid issuer/i, library: 'golang-jwt', says: { issuer: 0.97 } },
  {
    pattern: /Wrong number of segments|Expired token|Cannot handle token prior to/i,
    library: 'firebase/php-jwt',
    says: { ...undecodable, ...expired, ...early },
  },
  {
    pattern: /Signature Expired|Signature nbf has not been reached/i,
    library: 'ruby-jwt',
    says: { ...expired, ...early },
  },
];
