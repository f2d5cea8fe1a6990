import { frameworkMessages } from './frameworkMessages';
import { early, expired, form, fromFuture, type MessageRow, missing, undecodable } from './messageRow';
import { ownMessages } from './ownMessages';

/**
 * The words of common libraries and guides, the most telling first; the first that a message matches is taken. They
 * were read in these projects' own sources and, for PyJWT, jsonwebtoken and jose, provoked in tests.
 */
export const messageRows: readonly MessageRow[] = [
  // OAuth and DPoP, in error codes (RFC 6750 section 3.1, RFC 6749 section 5.2, RFC 9449 section 8).
  { pattern: /\buse_dpop_nonce\b/, says: { 'dpop-nonce': 0.99 } },
  { pattern: /\binvalid_dpop_proof\b|DPoP proof/i, says: { 'dpop-proof': 0.97 } },
  { pattern: /\binsufficient_scope\b/, says: { scope: 0.98 } },
  { pattern: /\binvalid_grant\b/, says: { 'refresh-spent': 0.6, revoked: 0.6, expired: 0.5 } },
  // Python.
  { pattern: /Signature has expired/i, library: 'PyJWT', says: expired },
  {
    pattern: /not yet valid \(iat\)|Issued At claim \(iat\) cannot be in the future/i,
    library: 'PyJWT',
    says: fromFuture,
  },
  {
    pattern: /not yet valid \(nbf\)|token is not yet valid/i,
    library: 'PyJWT',
    says: { ...early, 'issued-in-future': 0.4 },
  },
  {
    pattern: /Signature verification failed/i,
    library: 'PyJWT',
    says: { signature: 0.95, truncated: 0.95, 'stray-space': 0.9 },
  },
  {
    pattern: /specified alg value is not allowed|Algorithm not supported|When alg = "none"/i,
    library: 'PyJWT',
    says: { algorithm: 0.93, 'alg-none': 0.93 },
  },
  {
    pattern:
      /Not enough segments|Too many segments|Invalid (?:header|payload|crypto) (?:string|padding)|Invalid payload string/i,
    library: 'PyJWT',
    says: undecodable,
  },
  {
    pattern: /claim \((?:exp|nbf|iat)\) must be an integer/i,
    library: 'PyJWT',
    says: { 'time-malformed': 0.97 },
  },
  { pattern: /Subject must be a string/i, library: 'PyJWT', says: { 'subject-type': 0.98 } },
  {
    pattern: /Audience doesn't match|Invalid audience|Invalid claim format in token/i,
    library: 'PyJWT',
    says: { audience: 0.96 },
  },
  { pattern: /Invalid issuer/i, library: 'PyJWT', says: { issuer: 0.96 } },
  {
    pattern: /Token is missing the ["']aud["'] claim|missing required ["']aud["']/i,
    says: { audience: 0.95, 'claim-missing': 0.8 },
  },
  {
    pattern:
      /Token is missing the ["'][^"']*["'] claim|missing (?:required )?claim|missing required ["'][^"']*["'] claim|Token has no id|contained no recognizable user/i,
    says: { 'claim-missing': 0.95, issuer: 0.3 },
  },
  {
    pattern:
      /Invalid token type\. Token must be a|argument must be a bytes-like object.*NoneType|'NoneType' object has no attribute|cannot read propert(?:y|ies) of (?:undefined|null)|Cannot read property '[^']*' of undefined/i,
    says: { 'no-token': 0.95, 'wrong-place': 0.5, preflight: 0.5, 'redirect-dropped': 0.7 },
  },
  {
    pattern: /list index out of range|not enough values to unpack|too many values to unpack|IndexError/i,
    says: { 'raw-where-bearer': 0.95, 'doubled-prefix': 0.6, 'no-token': 0.2 },
  },
  // Flask-JWT-Extended, SimpleJWT, FastAPI, Authlib.
  {
    pattern: /Only non-refresh tokens are allowed|Only access tokens are allowed|Token has wrong type/i,
    library: 'Flask-JWT-Extended',
    says: { 'refresh-as-access': 0.97, 'id-as-access': 0.5 },
  },
  {
    pattern: /Only refresh tokens are allowed/i,
    library: 'Flask-JWT-Extended',
    says: { 'refresh-as-access': 0.9 },
  },
  {
    pattern:
      /Token has been revoked|token (?:is|was) (?:revoked|blacklisted)|session (?:was |is )?(?:revoked|terminated)/i,
    says: { revoked: 0.97 },
  },
  { pattern: /Fresh token required/i, library: 'Flask-JWT-Extended', says: { 'claim-missing': 0.9 } },
  { pattern: /Missing CSRF token|CSRF double submit|csrf/i, says: { csrf: 0.96 } },
  {
    pattern:
      /Missing '?Bearer'? type|Expected 'Bearer <JWT>'|Bad Authorization header|format is (?:'?Authorization: )?Bearer|Authorization header must start with|must contain two space-delimited values/i,
    library: 'Flask-JWT-Extended',
    says: form,
  },
  {
    pattern: /Missing JWT in |Missing Authorization Header|Missing cookie "/i,
    library: 'Flask-JWT-Extended',
    says: missing,
  },
  {
    pattern: /Given token not valid for any token type|token_not_valid/i,
    library: 'SimpleJWT',
    says: {
      expired: 0.6,
      signature: 0.35,
      'clock-skew': 0.4,
      'zone-shift': 0.4,
      'refresh-as-access': 0.6,
      algorithm: 0.3,
      damaged: 0.4,
      truncated: 0.5,
      audience: 0.3,
    },
  },
  {
    pattern: /Authentication credentials were not provided|Not authenticated/i,
    library: 'Django REST framework',
    says: missing,
  },
  // Node.
  { pattern: /jwt ?expired|TokenExpiredError/i, library: 'jsonwebtoken', says: expired },
  { pattern: /jwt not active|NotBeforeError/i, library: 'jsonwebtoken', says: early },
  {
    pattern: /invalid signature(?! for)/i,
    library: 'jsonwebtoken',
    says: { signature: 0.95, truncated: 0.95, 'stray-space': 0.9 },
  },
  {
    pattern: /jwt signature is required/i,
    library: 'jsonwebtoken',
    says: { 'alg-none': 0.95, truncated: 0.6 },
  },
  {
    pattern:
      /jwt malformed|Unexpected token .* in JSON|not valid JSON|^(?:JsonWebTokenError: )?invalid token$/,
    library: 'jsonwebtoken',
    says: undecodable,
  },
  { pattern: /jwt must be provided|jwt must be a string/i, library: 'jsonwebtoken', says: missing },
  { pattern: /jwt audience invalid/i, library: 'jsonwebtoken', says: { audience: 0.97 } },
  { pattern: /jwt issuer invalid/i, library: 'jsonwebtoken', says: { issuer: 0.97 } },
  { pattern: /jwt (?:subject|id|jwtid) invalid/i, library: 'jsonwebtoken', says: { 'claim-missing': 0.9 } },
  {
    pattern: /invalid (?:exp|nbf) value|invalid iat|iat required/i,
    library: 'jsonwebtoken',
    says: { 'time-malformed': 0.95 },
  },
  {
    pattern: /invalid algorithm|secretOrPublicKey must be/i,
    library: 'jsonwebtoken',
    says: { algorithm: 0.93, 'alg-none': 0.6 },
  },
  { pattern: /maxAge exceeded/i, library: 'jsonwebtoken', says: { expired: 0.9 } },
  {
    pattern: /No authorization token was found|credentials_required/i,
    library: 'express-jwt',
    says: missing,
  },
  {
    pattern:
      /credentials_bad_(?:format|scheme)|Bad HTTP Authentication Header|Wrong authorization header format/i,
    library: 'express-jwt',
    says: form,
  },
  // jose.
  { pattern: /["']exp["'] claim timestamp check failed|ERR_JWT_EXPIRED/, library: 'jose', says: expired },
  { pattern: /["']nbf["'] claim timestamp check failed/, library: 'jose', says: early },
  {
    pattern: /["']iat["'] claim timestamp check failed/,
    library: 'jose',
    says: { ...fromFuture, expired: 0.5 },
  },
  {
    pattern:
      /signature verification failed|ERR_JWS_SIGNATURE_VERIFICATION_FAILED|JWSSignatureVerificationFailed/i,
    library: 'jose',
    says: { signature: 0.95, truncated: 0.95, 'stray-space': 0.9 },
  },
  { pattern: /unexpected ["']aud["'] claim value/, library: 'jose', says: { audience: 0.97 } },
  { pattern: /unexpected ["']iss["'] claim value/, library: 'jose', says: { issuer: 0.97 } },
  {
    pattern: /unexpected ["']typ["'] JWT header|unexpected ["'](?:sub|[a-z_]+)["'] claim value/,
    library: 'jose',
    says: { 'claim-missing': 0.8, 'refresh-as-access': 0.6, 'id-as-access': 0.6 },
  },
  {
    pattern: /["'](?:exp|nbf|iat)["'] claim must be a number/,
    library: 'jose',
    says: { 'time-malformed': 0.97 },
  },
  {
    pattern:
      /["']alg["'] \(Algorithm\) Header Parameter value not allowed|ERR_JOSE_ALG_NOT_ALLOWED|JOSEAlgNotAllowed|ERR_JOSE_NOT_SUPPORTED|Unsupported "alg" value|alg none|unsupported algorithm/i,
    library: 'jose',
    says: { algorithm: 0.93, 'alg-none': 0.93 },
  },
  {
    pattern:
      /Invalid Compact JWS|Compact JWS must be a string|JWS Protected Header is invalid|Failed to base64url decode|JWT Claims Set must be|ERR_JWS_INVALID|ERR_JWT_INVALID|JWSInvalid|JWTInvalid/,
    library: 'jose',
    says: { ...undecodable, 'no-token': 0.3, 'raw-where-bearer': 0.3 },
  },
  {
    pattern: /no applicable key found in the JSON Web Key Set|multiple matching keys|ERR_JWKS_/,
    library: 'jose',
    says: { signature: 0.9, algorithm: 0.5 },
  },
  ...frameworkMessages,
  ...ownMessages,
];
