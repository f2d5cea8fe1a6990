import { readTimes, type Times } from './lifetime';
import { decodeStrictly, isBase64url } from './strictBase64url';

/** What a list shows of a token. Texts are as written: a number keeps its digits. */
export interface TokenSummary extends Times {
  /** False where the text is no JOSE token; then little else is there. */
  valid: boolean;
  alg?: string;
  enc?: string;
  typ?: string;
  kid?: string;
  /** Whom it speaks of: the first of {@link whoClaims} that it has. */
  who?: string;
  iss?: string;
}

/** The claims that name a person or a client, the most readable first. */
export const whoClaims = [
  'username',
  'preferred_username',
  'cognito:username',
  'upn',
  'unique_name',
  'email',
  'name',
  'login',
  'nickname',
  'sub',
  'user_id',
  'uid',
  'client_id',
  'azp',
  'appid',
  'cid',
] as const;

const headerFields = ['alg', 'enc', 'typ', 'kid'] as const;

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

type Members = Readonly<Record<string, unknown>>;

/** Reads what a list shows of a token, where the platform's JSON.parse cannot alter any of it; else undefined. */
export function summarizeFast(text: string): TokenSummary | undefined {
  const dot = text.indexOf('.');
  const second = text.indexOf('.', dot + 1);
  if (dot < 0 || second < 0 || text.indexOf('.', second + 1) >= 0 || text.includes('~', second))
    return undefined;
  if (!isBase64url(text.slice(second + 1))) return undefined;
  const header = membersOf(text.slice(0, dot));
  const payload = header && membersOf(text.slice(dot + 1, second));
  if (!payload || typeof header.alg !== 'string') return undefined;
  return summaryOf(
    (name) => header[name],
    (name) => payload[name],
  );
}

/** The object that the encoded text holds, where there is nothing at all to say against it. */
function membersOf(encoded: string): Members | undefined {
  const bytes = decodeStrictly(encoded);
  if (!bytes) return undefined;
  try {
    const value: unknown = JSON.parse(strict.decode(bytes));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Members)
      : undefined;
  } catch {
    return undefined;
  }
}

type ShownField = (typeof headerFields)[number] | 'who' | 'iss';

/** Undefined when one of the shown values is no text: its source is then needed. */
export function summaryOf(
  headerOf: (name: string) => unknown,
  payloadOf: (name: string) => unknown,
): TokenSummary | undefined {
  const summary: TokenSummary = { valid: true, ...readTimes(payloadOf) };
  const who = whoClaims.find((name) => isShown(payloadOf(name)));
  const isText = (field: ShownField, value: unknown) => {
    if (typeof value === 'string') summary[field] = value;
    return value === undefined || typeof value === 'string';
  };
  const shown = headerFields.every((name) => isText(name, headerOf(name)));
  return shown && isText('who', who && payloadOf(who)) && isText('iss', payloadOf('iss'))
    ? summary
    : undefined;
}

function isShown(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}
