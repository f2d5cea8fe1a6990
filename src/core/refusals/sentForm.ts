import { readToken } from '../token/read';
import { type Capture, type Exchange, isSent } from '../traffic/exchange';

/** How a credential stands in its header, beside the token itself. */
export type FormFault =
  | 'doubled-prefix'
  | 'quotes'
  | 'stray-space'
  | 'other-scheme'
  | 'placeholder'
  | 'truncated'
  | 'damaged';

/** The credential that an exchange sent, the most telling one where it sent several. */
export interface SentForm {
  /** Absent where no token was found in what was sent. */
  capture?: Capture;
  /** The whole value as sent; empty where nothing was. */
  value: string;
  /** The word before the token, in the case in which it was written; empty for a raw token. */
  scheme: string;
  faults: readonly FormFault[];
}

const schemeWords = /^\s*["']?\s*((?:[A-Za-z][\w-]*\s+)*)/;
const missing = /^(?:null|undefined|none|nil|nan|true|false|\[object object\]|\{\{.*\}\}|\$\{.*\}|<.*>)$/i;

/** What an exchange sent to show who it is; undefined where it sent nothing at all. */
export function sentFormOf({ captures, authorization }: Exchange): SentForm | undefined {
  const sent = captures.filter(({ carrier }) => isSent(carrier));
  const inHeader = sent.find(
    ({ carrier }) => carrier.name === 'authorization' && carrier.place === 'request-header',
  );
  if (!inHeader && authorization !== undefined) return rawForm(authorization);
  const capture = inHeader ?? sent[0];
  return capture && formOf(capture);
}

function formOf(capture: Capture): SentForm {
  const { before, token, after, carrier } = capture;
  const isHeader = carrier.place === 'request-header';
  const value = isHeader ? before + token + after : token;
  const scheme = (schemeWords.exec(before)?.[1] ?? '').trim();
  const faults = [...(isHeader ? aroundFaults(before, after, scheme) : []), ...textFaults(capture)];
  return { capture, value, scheme: scheme.split(/\s+/)[0] ?? '', faults };
}

function aroundFaults(before: string, after: string, scheme: string): FormFault[] {
  const words = scheme.split(/\s+/).filter(Boolean);
  const doubled = words.length > 1 && new Set(words.map((word) => word.toLowerCase())).size < words.length;
  const quoted = /["'`]/.test(before + after);
  const stray = /^\s|\s{2,}|\t/.test(before) || /\s/.test(after);
  return [
    ...(doubled ? (['doubled-prefix'] as const) : []),
    ...(quoted ? (['quotes'] as const) : []),
    ...(stray ? (['stray-space'] as const) : []),
  ];
}

/** A token cut short, or one that no longer reads. */
function textFaults({ token, opaque }: Capture): FormFault[] {
  if (opaque !== undefined) return [];
  const { valid, faults } = readToken(token);
  const codes = faults.map(({ code }) => code);
  if (codes.includes('cause-cut-off') || codes.includes('cause-shortened')) return ['truncated'];
  if (shortSignature(token)) return ['truncated'];
  return valid ? [] : ['damaged'];
}

/** Characters of a signature that is whole, by algorithm; RSA's depends on the key, and is never this short. */
const signatureLength: Readonly<Record<string, number>> = {
  HS256: 43,
  HS384: 64,
  HS512: 86,
  ES256: 86,
  ES384: 128,
  ES512: 176,
  EdDSA: 86,
  RS256: 171,
  RS384: 171,
  RS512: 171,
  PS256: 171,
  PS384: 171,
  PS512: 171,
};

const wholeLengths: ReadonlySet<number> = new Set([...Object.values(signatureLength), 342, 512, 683]);

function shortSignature(token: string): boolean {
  const [header = '', , signature = ''] = token.split('.');
  const alg = /"alg"\s*:\s*"([^"]+)"/.exec(decoded(header))?.[1] ?? '';
  // As long as another algorithm's: the header was changed, not the end cut off.
  if (wholeLengths.has(signature.length)) return false;
  return signature !== '' && signature.length < (signatureLength[alg] ?? 0);
}

function decoded(part: string): string {
  try {
    return atob(part.replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    return '';
  }
}

/** An Authorization value in which no token was found. */
function rawForm(value: string): SentForm {
  const [, scheme = '', rest = ''] = /^\s*(?:([A-Za-z][\w-]*)(?:\s+|$))?(.*)$/s.exec(value) ?? [];
  const text = rest.trim().replace(/^["'](.*)["']$/s, '$1');
  const bare = `${scheme} ${rest}`.trim();
  const form = (fault: FormFault): SentForm => ({ value, scheme, faults: [fault] });
  if (/^["']?e[yw][\w-]*/.test(text) || /^["']?ey[\w-]{10,}/.test(bare)) return form('truncated');
  if (missing.test(text) || missing.test(bare)) return form('placeholder');
  if (/^(?:basic|digest|negotiate|ntlm|apikey|hawk|aws4-hmac-sha256)$/i.test(scheme))
    return form('other-scheme');
  return form(text === '' ? 'placeholder' : 'damaged');
}
