/** A family of algorithms; its explanation is the sentence `algorithm_` + code. */
export interface AlgorithmTerm {
  code: string;
  /** Names that belong to it. */
  names: RegExp;
  /** How the family is written. */
  written: string;
  source: string;
}

/** The algorithms of JWS and JWE, as the headers `alg` and `enc` name them. The first that fits counts. */
export const algorithmTerms: readonly AlgorithmTerm[] = [
  { code: 'hs', names: /^HS\d+$/, written: 'HS256, HS384, HS512', source: 'RFC 7518 section 3.2' },
  { code: 'rs', names: /^RS\d+$/, written: 'RS256, RS384, RS512', source: 'RFC 7518 section 3.3' },
  { code: 'ps', names: /^PS\d+$/, written: 'PS256, PS384, PS512', source: 'RFC 7518 section 3.5' },
  { code: 'es', names: /^ES256K$/, written: 'ES256K', source: 'RFC 8812 section 3.2' },
  { code: 'es', names: /^ES\d+$/, written: 'ES256, ES384, ES512', source: 'RFC 7518 section 3.4' },
  { code: 'eddsa', names: /^EdDSA$/, written: 'EdDSA', source: 'RFC 8037 section 3.1' },
  { code: 'eddsa', names: /^Ed(25519|448)$/, written: 'Ed25519, Ed448', source: 'RFC 9864 section 2.2' },
  { code: 'mldsa', names: /^ML-DSA-\d+$/, written: 'ML-DSA-44, ML-DSA-65, ML-DSA-87', source: 'RFC 9964' },
  { code: 'none', names: /^none$/i, written: 'none', source: 'RFC 7518 section 3.6' },
  { code: 'rsa15', names: /^RSA1_5$/, written: 'RSA1_5', source: 'RFC 7518 section 4.2' },
  { code: 'oaep', names: /^RSA-OAEP/, written: 'RSA-OAEP, RSA-OAEP-256', source: 'RFC 7518 section 4.3' },
  { code: 'kw', names: /^A\d+KW$/, written: 'A128KW, A192KW, A256KW', source: 'RFC 7518 section 4.4' },
  { code: 'dir', names: /^dir$/, written: 'dir', source: 'RFC 7518 section 4.5' },
  { code: 'ecdh', names: /^ECDH-ES/, written: 'ECDH-ES', source: 'RFC 7518 section 4.6' },
  {
    code: 'kw',
    names: /^A\d+GCMKW$/,
    written: 'A128GCMKW, A192GCMKW, A256GCMKW',
    source: 'RFC 7518 section 4.7',
  },
  { code: 'pbes2', names: /^PBES2-/, written: 'PBES2', source: 'RFC 7518 section 4.8' },
  {
    code: 'cbc',
    names: /^A\d+CBC-HS\d+$/,
    written: 'A128CBC-HS256, A192CBC-HS384, A256CBC-HS512',
    source: 'RFC 7518 section 5.2',
  },
  { code: 'gcm', names: /^A\d+GCM$/, written: 'A128GCM, A192GCM, A256GCM', source: 'RFC 7518 section 5.3' },
];

/** What is known of an algorithm by its name, as a header writes it. */
export const algorithmTermOf = (name: string): AlgorithmTerm | undefined =>
  algorithmTerms.find(({ names }) => names.test(name));
