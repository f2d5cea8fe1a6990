import { type JsonNode, memberOf } from '../token/json';
import { partOf, type Token } from '../token/token';
import { readSchema } from './schema';
import { parsedPayload, withWhole } from './wholeClaims';

/** What the user expects of tokens. Whatever is absent is not looked at. All times are in seconds. */
export interface Expectations {
  algorithms?: readonly string[];
  issuers?: readonly string[];
  /** The token must name at least one of these. */
  audiences?: readonly string[];
  subject?: string;
  required?: readonly string[];
  /** How far clocks may differ. */
  leewaySeconds?: number;
  /** True to refuse an iat in the future, which RFC 7519 allows and PyJWT does not. */
  issuedInPast?: boolean;
  /** Since iat. */
  maxAgeSeconds?: number;
  /** From iat to exp. */
  maxLifetimeSeconds?: number;
  /** The text of a JSON Schema for the payload. */
  schema?: string;
}

export const violationCodes = [
  'no-claims',
  'algorithm',
  'issuer',
  'issuer-missing',
  'audience',
  'audience-missing',
  'audience-malformed',
  'subject',
  'required',
  'expired',
  'not-yet-valid',
  'issued-in-future',
  'time-malformed',
  'too-old',
  'age-unknown',
  'lives-too-long',
  'lifetime-unknown',
  'schema',
  'schema-broken',
  'schema-unresolved',
  'schema-unsupported',
] as const;
export type ViolationCode = (typeof violationCodes)[number];

/** One expectation that a token breaks. */
export interface Violation {
  code: ViolationCode;
  /** JSON Pointer to the claim, in the payload or, for `algorithm`, in the header. */
  pointer: string;
  values: readonly string[];
}

/** The third of the four answers about a token. */
export type ExpectationsVerdict =
  | { state: 'none-set' }
  | { state: 'met' }
  | { state: 'broken'; violations: readonly Violation[] };

interface Subject {
  token: Token;
  header: JsonNode | undefined;
  claims: JsonNode;
  expectations: Expectations;
  nowSeconds: number;
}

type Rule = (subject: Subject) => readonly Violation[];

/** Compares a token with what is expected of it now. A token without readable claims breaks every expectation. */
export function checkExpectations(
  token: Token,
  expectations: Expectations,
  nowSeconds: number,
): ExpectationsVerdict {
  if (Object.values(expectations).every((each) => each === undefined)) return { state: 'none-set' };
  const violations = violationsOf(token, expectations, nowSeconds);
  return violations.length === 0 ? { state: 'met' } : { state: 'broken', violations };
}

/** Every expectation that the token breaks, times first; with none set, what RFC 7519 itself demands of times. */
export function violationsOf(
  token: Token,
  expectations: Expectations,
  nowSeconds: number,
): readonly Violation[] {
  const read = partOf(token, 'payload')?.json;
  if (read?.type !== 'object') return [violation('no-claims', '')];
  const claims = withWhole(read, judgedBy(expectations), () => parsedPayload(token));
  const subject = { token, header: partOf(token, 'header')?.json, claims, expectations, nowSeconds };
  return rules.flatMap((rule) => rule(subject));
}

/** The claims that the rules look at. */
function judgedBy({ issuers, audiences, subject, required: names = [] }: Expectations): readonly string[] {
  const named = [issuers && 'iss', audiences && 'aud', subject !== undefined && 'sub'];
  return ['exp', 'nbf', 'iat', ...named.filter((each) => typeof each === 'string'), ...names];
}

const rules: readonly Rule[] = [
  malformedTimes,
  times,
  age,
  lifetime,
  algorithm,
  issuer,
  audience,
  subjectClaim,
  required,
  schema,
];

/** RFC 7519 section 2: a time is a number. An iat is only informative, so that a number in quotes may pass. */
function malformedTimes({ claims }: Subject): readonly Violation[] {
  return ['exp', 'nbf', 'iat'].flatMap((name) => {
    const node = memberOf(claims, name);
    const harmless = name === 'iat' && node?.type === 'string' && /^\d+$/.test(node.value);
    return !node || harmless || isTime(node) ? [] : [violation('time-malformed', `/${name}`, name)];
  });
}

/** RFC 7519 sections 4.1.4 and 4.1.5: on or after exp is expired, before nbf is not yet valid. */
function times({
  claims,
  expectations: { leewaySeconds = 0, issuedInPast },
  nowSeconds,
}: Subject): readonly Violation[] {
  const [exp, nbf, iat] = ['exp', 'nbf', 'iat'].map((name) => timeOf(claims, name));
  const found: Violation[] = [];
  if (exp !== undefined && nowSeconds >= exp + leewaySeconds) found.push(violation('expired', '/exp'));
  if (nbf !== undefined && nowSeconds < nbf - leewaySeconds) found.push(violation('not-yet-valid', '/nbf'));
  if (issuedInPast && iat !== undefined && nowSeconds < iat - leewaySeconds)
    found.push(violation('issued-in-future', '/iat'));
  if (exp !== undefined && nbf !== undefined && nbf >= exp && found.length === 0)
    found.push(violation('expired', '/exp'));
  return found;
}

function age({
  claims,
  expectations: { maxAgeSeconds, leewaySeconds = 0 },
  nowSeconds,
}: Subject): readonly Violation[] {
  if (maxAgeSeconds === undefined) return [];
  const iat = timeOf(claims, 'iat');
  if (iat === undefined) return [violation('age-unknown', '/iat')];
  return nowSeconds >= iat + maxAgeSeconds + leewaySeconds
    ? [violation('too-old', '/iat', `${maxAgeSeconds}`)]
    : [];
}

function lifetime({ claims, expectations: { maxLifetimeSeconds } }: Subject): readonly Violation[] {
  if (maxLifetimeSeconds === undefined) return [];
  const exp = timeOf(claims, 'exp');
  const start = timeOf(claims, 'iat') ?? timeOf(claims, 'nbf');
  if (exp === undefined || start === undefined) return [violation('lifetime-unknown', '/exp')];
  return exp - start > maxLifetimeSeconds
    ? [violation('lives-too-long', '/exp', `${exp - start}`, `${maxLifetimeSeconds}`)]
    : [];
}

function algorithm({ header, expectations: { algorithms } }: Subject): readonly Violation[] {
  const alg = textOf(memberOf(header, 'alg'));
  return !algorithms || algorithms.includes(alg ?? '')
    ? []
    : [violation('algorithm', '/alg', alg ?? '', algorithms.join(', '))];
}

/** RFC 7519 section 4.1.1: compared character by character. */
function issuer({ claims, expectations: { issuers } }: Subject): readonly Violation[] {
  const iss = textOf(memberOf(claims, 'iss'));
  if (!issuers || (iss !== undefined && issuers.includes(iss))) return [];
  if (!memberOf(claims, 'iss')) return [violation('issuer-missing', '', issuers.join(', '))];
  return [violation('issuer', '/iss', iss ?? '', issuers.join(', '))];
}

/** RFC 7519 section 4.1.3: one text or a list of them. */
function audience({ claims, expectations: { audiences } }: Subject): readonly Violation[] {
  const aud = memberOf(claims, 'aud');
  if (!audiences) return [];
  if (!aud) return [violation('audience-missing', '', audiences.join(', '))];
  const named = aud.type === 'array' ? aud.items.map(textOf) : [textOf(aud)];
  if (named.length === 0 || named.includes(undefined)) return [violation('audience-malformed', '/aud')];
  const texts = named.filter((each) => each !== undefined);
  return texts.some((each) => audiences.includes(each))
    ? []
    : [violation('audience', '/aud', texts.join(', '), audiences.join(', '))];
}

function subjectClaim({ claims, expectations: { subject } }: Subject): readonly Violation[] {
  const sub = textOf(memberOf(claims, 'sub'));
  return subject === undefined || sub === subject ? [] : [violation('subject', '/sub', sub ?? '', subject)];
}

function required({ claims, expectations: { required: names = [] } }: Subject): readonly Violation[] {
  return names.filter((name) => !memberOf(claims, name)).map((name) => violation('required', '', name));
}

function schema({ token, expectations: { schema: text } }: Subject): readonly Violation[] {
  if (text === undefined) return [];
  const reading = readSchema(text);
  if (!reading.ok) return [violation(reading.fault, '', ...reading.values)];
  return reading
    .violationsOf(parsedPayload(token))
    .map(({ pointer, keyword }) => violation('schema', pointer, pointer.slice(1), keyword));
}

function timeOf(claims: JsonNode, name: string): number | undefined {
  const node = memberOf(claims, name);
  return node?.type === 'number' && Number.isFinite(node.value) ? node.value : undefined;
}

function isTime(node: JsonNode): boolean {
  return node.type === 'number' && Number.isFinite(node.value);
}

function textOf(node: JsonNode | undefined): string | undefined {
  return node?.type === 'string' ? node.value : undefined;
}

function violation(code: ViolationCode, pointer: string, ...values: readonly string[]): Violation {
  return { code, pointer, values };
}
