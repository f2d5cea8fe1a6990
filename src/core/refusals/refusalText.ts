import type { Exchange } from '../traffic/exchange';
import { challengesIn } from './challenge';
import type { MessageRow } from './messageRow';
import { messageRows } from './messages';

/** What a server said when it refused. */
export interface Said {
  /** Sentences and codes in the body, those of people first. */
  messages: readonly string[];
  /** The first row of the table that one of them, or the challenge, matches. */
  row?: MessageRow;
  /** The text that matched. */
  matched?: string;
  /** Schemes that WWW-Authenticate asks for, in lower case. */
  schemes: readonly string[];
  /** Parameters of all challenges: error, error_description, scope, nonce. */
  params: Readonly<Record<string, string>>;
  /** Flask's jsonify ends a body with a line feed; other frameworks do not. */
  looksLikeFlask: boolean;
}

const keys = [
  'message',
  'msg',
  'error_description',
  'detail',
  'description',
  'title',
  'reason',
  'error',
  'errors',
  'code',
  'messages',
  'extensions',
  'name',
  'status',
];

export function saidIn({ refusal = '', challenges = [], error = '' }: Exchange): Said {
  const parsed = challenges.flatMap(challengesIn);
  const params = Object.assign({}, ...parsed.map((each) => each.params)) as Record<string, string>;
  const messages = [...textsIn(refusal), ...(error === '' ? [] : [error])];
  const told = [
    ...messages,
    ...[params.error_description, params.error].filter((text) => text !== undefined),
  ];
  const hit = firstRow(told);
  return {
    messages,
    schemes: parsed.map(({ scheme }) => scheme.toLowerCase()),
    params,
    looksLikeFlask: /^\s*\{[\s\S]*\}\n$/.test(refusal),
    ...(hit && { row: hit.row, matched: hit.text }),
  };
}

/** Rows are tried in their order, so that the most telling one of several texts is found. */
function firstRow(texts: readonly string[]): { row: MessageRow; text: string } | undefined {
  for (const row of messageRows) {
    const text = texts.find((each) => row.pattern.test(each));
    if (text !== undefined) return { row, text };
  }
  return undefined;
}

const mostTexts = 20;

function textsIn(body: string): string[] {
  if (body.trim() === '') return [];
  try {
    return stringsIn(JSON.parse(body)).slice(0, mostTexts);
  } catch {
    return [plainText(body)];
  }
}

/** The texts that a JSON answer holds for people, in the order of `keys`. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(stringsIn);
  if (typeof value !== 'object' || value === null) return [];
  const members = value as Record<string, unknown>;
  return keys.flatMap((key) => stringsIn(members[key]));
}

/** A body that is no JSON, or was cut off: without markup, in one line. */
function plainText(body: string): string {
  return body
    .replace(/<(style|script)[\s\S]*?<\/\1>/gi, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#39;|&apos;/g, "'")
    .replace(/&quot;|&#34;/g, '"')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 400);
}
