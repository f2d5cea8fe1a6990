/** How the text of a secret stands for bytes. */
export type SecretEncoding = 'text' | 'base64' | 'base64url' | 'hex';

/** What a key is made of. `akp` is the JWK type of the ML-DSA keys. */
export type KeyKind = 'secret' | 'rsa' | 'ec' | 'okp' | 'akp';

/** How a key was written. */
export type KeyFormat = 'secret' | 'spki' | 'x509' | 'pkcs8' | 'pkcs1' | 'sec1' | 'jwk' | 'jwks' | 'openssh';

/** Where a key came from, which decides what a signature that fits it is worth. */
export type KeySource = 'yours' | 'traffic' | 'carried';

/** The members of a JSON Web Key that make the key itself (RFC 7518 section 6, RFC 8037), base64url as there. */
export interface JwkMaterial {
  kty: 'RSA' | 'EC' | 'OKP' | 'AKP';
  crv?: string;
  n?: string;
  e?: string;
  x?: string;
  y?: string;
  pub?: string;
  alg?: string;
  /** Private members, kept for signing; no check of a signature reads them. */
  secret?: Readonly<Record<string, string>>;
}

/** What the cryptography needs. A seed is a private key written without its public half, which it yields. */
export type KeyMaterial =
  | { type: 'bytes'; bytes: Uint8Array<ArrayBuffer> }
  | { type: 'jwk'; jwk: JwkMaterial }
  | { type: 'seed'; kty: 'EC' | 'OKP' | 'AKP'; curve: string; seed: Uint8Array<ArrayBuffer> };

/** Something worth knowing about a key that works all the same. */
export interface KeyNote {
  code: KeyNoteCode;
  values?: readonly string[];
}

export const keyNoteCodes = [
  'space-around',
  'trailing-newline',
  'quotes',
  'short-secret',
  'well-known',
  'looks-like-key',
  'looks-like-token',
  'looks-like-address',
  'private-key',
  'short-rsa',
  'roca',
  'skipped-keys',
  'issuers-ignored',
] as const;
export type KeyNoteCode = (typeof keyNoteCodes)[number];

/** Something that can check a signature. */
export interface Key {
  kind: KeyKind;
  format: KeyFormat;
  source: KeySource;
  /** A name that it brought along: a certificate's subject, an OpenSSH comment. */
  label?: string;
  kid?: string;
  /** The only algorithm it may serve, where its JWK says so (RFC 7517 section 4.4). */
  alg?: string;
  use?: string;
  keyOps?: readonly string[];
  /** Of the secret, the RSA modulus, or the curve's field. */
  bits: number;
  curve?: string;
  /** True for an RSA key that says of itself that it is for RSASSA-PSS alone (RFC 4055). */
  onlyPss?: boolean;
  /** True when the text held the private half too. */
  private: boolean;
  certificate?: CertificateFacts;
  /** By what of its certificate a token may ask for it. */
  certified?: Certified;
  /** The origin whose tokens alone it is kept for. */
  origin?: string;
  notes: readonly KeyNote[];
  material: KeyMaterial;
}

/** A key's certificate in DER, or what its JWK says are its digests, base64url (RFC 7517 sections 4.7 to 4.9). */
export interface Certified {
  der?: Uint8Array<ArrayBuffer>;
  x5t?: string;
  'x5t#S256'?: string;
}

/** What a certificate says about its key (RFC 5280 section 4.1). */
export interface CertificateFacts {
  subject: string;
  issuer: string;
  notBeforeSeconds: number;
  notAfterSeconds: number;
}

export const keyFaultCodes = [
  'empty',
  'too-long',
  'not-base64',
  'not-base64url',
  'not-hex',
  'pem-cut',
  'pem-labels-differ',
  'pem-unreadable',
  'pem-label-unknown',
  'pem-empty',
  'pem-encrypted',
  'der-cut',
  'der-trailing',
  'der-malformed',
  'der-not-a-key',
  'der-not-a-certificate',
  'key-type-unknown',
  'curve-unknown',
  'point-off-curve',
  'small-order',
  'coordinate-length',
  'openssh-malformed',
  'openssh-encrypted',
  'passphrase-wrong',
  'pem-cipher-unknown',
  'json-broken',
  'json-not-a-key',
  'discovery-document',
  'duplicate-member',
  'member-missing',
  'member-malformed',
  'jwks-empty',
  'jwks-none-usable',
] as const;
export type KeyFaultCode = (typeof keyFaultCodes)[number];

/** Why a text is no key, and where. */
export interface KeyFault {
  code: KeyFaultCode;
  /** Line in the text, from 1. */
  line?: number;
  /** Character in the text (UTF-16 offset, from 0). */
  at?: number;
  values?: readonly string[];
}

/** What a text reads as. `encodings`, where present, are the choices for a secret, the likely one first. */
export type KeyReading =
  | {
      ok: true;
      format: KeyFormat;
      keys: readonly Key[];
      encoding?: SecretEncoding;
      encodings?: readonly SecretEncoding[];
      notes: readonly KeyNote[];
    }
  | { ok: false; fault: KeyFault; encodings?: readonly SecretEncoding[] };

/** A part of a key's text that could or could not be read. */
export type Read<T> = { ok: true; value: T } | { ok: false; fault: KeyFault };

export function good<T>(value: T): Read<T> {
  return { ok: true, value };
}

export function bad(code: KeyFaultCode, where: Omit<KeyFault, 'code'> = {}): { ok: false; fault: KeyFault } {
  return { ok: false, fault: { code, ...where } };
}
