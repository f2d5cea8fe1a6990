import { readers } from './lookalikeReaders';

/** What resembles a token and is none; each has a sentence under `lookalike_` + kind. */
export const lookalikeKinds = [
  'flask-session',
  'django-signed',
  'paseto',
  'fernet',
  'macaroon',
  'laravel-cookie',
  'rails-cookie',
  'express-signed',
  'aspnet-protected',
  'cose',
  'saml',
  'aws-key',
  'aws-signature',
  'github-token',
  'gitlab-token',
  'slack-token',
  'stripe-key',
  'google-key',
  'google-token',
  'npm-token',
  'openai-key',
  'sendgrid-key',
  'shopify-token',
  'discord-token',
  'basic-credentials',
  'key',
  'certificate',
  'uuid',
  'opaque',
] as const;

export type LookalikeKind = (typeof lookalikeKinds)[number];

export interface Lookalike {
  kind: LookalikeKind;
  /** When it was made, where it says so: seconds since the epoch. */
  madeSeconds?: number;
  /** What is inside, where it can be read without a key. */
  content?: string;
  /** The bytes of the content, where they are compressed with zlib (RFC 1950): inflate them to read it. */
  compressed?: Uint8Array<ArrayBuffer>;
}

/** What can be told of a kind beyond its shape; undefined when it is something else after all. */
export type LookalikeReader = (text: string) => Omit<Lookalike, 'kind'> | undefined;

type Row = readonly [kind: LookalikeKind, shape: RegExp, read?: LookalikeReader];

const base64 = '(?:[A-Za-z0-9+/]|%2[bBfF])+(?:=|%3[dD]){0,2}';

/** The first row that fits counts, so the exact shapes stand before the vague ones. */
const rows: readonly Row[] = [
  ['paseto', /^v[1-4]\.(?:local|public)\.[\w-]+(?:\.[\w-]+)?$/],
  ['aws-signature', /^AWS4-HMAC-SHA256 Credential=/],
  ['aws-key', /^(?:AKIA|ASIA|AROA|AIDA)[A-Z2-7]{16}$/],
  ['github-token', /^(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_\w{60,})$/],
  ['gitlab-token', /^gl(?:pat|dt|rt|cbt|ptt|soat|ft)-[\w.-]{20,}$/],
  ['slack-token', /^(?:xox[abceprs]|xapp)-[\w-]{10,}$/],
  ['stripe-key', /^(?:[prs]k_(?:live|test)_|whsec_)[A-Za-z0-9]{10,}$/],
  ['google-key', /^AIza[\w-]{35}$/],
  ['google-token', /^(?:ya29\.[\w-]{20,}|1\/\/[\w-]{30,})$/],
  ['npm-token', /^npm_[A-Za-z0-9]{36}$/],
  ['openai-key', /^sk-(?:proj-|ant-|svcacct-)?[\w-]{20,}$/],
  ['sendgrid-key', /^SG\.[\w-]{16,32}\.[\w-]{16,64}$/],
  ['shopify-token', /^shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}$/],
  ['discord-token', /^[MNO][\w-]{23,25}\.[\w-]{6}\.[\w-]{27,40}$/],
  ['certificate', /^-----BEGIN CERTIFICATE-----/],
  ['key', /^(?:-----BEGIN [A-Z ]*KEY-----|ssh-(?:rsa|ed25519) |\{.*"kty"\s*:)/s],
  ['basic-credentials', new RegExp(`^Basic ${base64}$`, 'i')],
  ['aspnet-protected', /^CfDJ8[\w-]{40,}$/],
  ['rails-cookie', new RegExp(`^${base64}--(?:${base64}--${base64}|[a-f0-9]{40}|[a-f0-9]{64})$`)],
  ['express-signed', /^s(?::|%3A).+\.[A-Za-z0-9+/%]{43,}=?$/i],
  ['laravel-cookie', new RegExp(`^eyJpdiI6${base64}$`), readers.laravel],
  ['saml', new RegExp(`^(?:PHNhbWw|PHNhbWxw|PD94bWwg|PFJlc3Bvbn|PEFzc2Vyd|PHM)${base64}$`), readers.saml],
  ['fernet', /^gAAAAA[\w-]{60,}={0,2}$/, readers.fernet],
  ['macaroon', /^(?:MDAx[A-Za-z0-9+/_-]{20,}|Ag[EIM][\w+/-]{20,})={0,2}$/, readers.macaroon],
  ['django-signed', /^\.?[\w-]+={0,2}:[0-9A-Za-z]{6}:[\w-]{27,43}$/, readers.django],
  ['flask-session', /^\.?[\w-]+\.[\w-]{5,8}\.[\w-]{27,86}$/, readers.flask],
  ['cose', /^(?:0oR|2D2|0oM|2YQ|0IR)[\w-]{20,}$/],
  ['uuid', /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i],
  ['opaque', /^(?=.*\d)(?=.*[A-Za-z])[\w+/=-]{20,}$/],
];

/** A token does not get longer than this without being looked at as one. */
const longest = 1_000_000;

/** What a text that is no JOSE token probably is; undefined when it resembles nothing. Ask only about texts that are none. */
export function lookalikeOf(text: string): Lookalike | undefined {
  if (text.length > longest) return undefined;
  for (const [kind, shape, read] of rows) {
    if (!shape.test(text)) continue;
    const told = read ? read(text) : {};
    if (told) return { kind, ...told };
  }
  return undefined;
}
