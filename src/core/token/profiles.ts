import { type JsonNode, memberOf } from './json';
import { type ProfileId, type ProfileRow, profileRows } from './profileRows';
import { type Fault, partOf, type Token } from './token';

export type { ProfileId } from './profileRows';
export { profileIds } from './profileRows';

/** What a token must be like to be of a kind that a specification defines, and is not; sentences under `fault_` + code. */
export const profileFaultCodes = [
  'profile-typ',
  'profile-header-missing',
  'profile-claim-missing',
  'profile-claim-forbidden',
  'profile-claim-type',
  'profile-one-of-missing',
  'profile-alg-none',
  'profile-alg-symmetric',
] as const;

/** A kind of token, and how well this one keeps its rules. */
export interface ProfileReading {
  id: ProfileId;
  source: string;
  /** By what it was recognised: `typ` says it, `claims` make it likely. */
  by: 'typ' | 'claims';
  /** Time, audience and signature are not looked at. */
  faults: readonly Fault[];
}

/** The kind of token that it says or seems to be; undefined when it is just a token. */
export function profileOf(token: Token): ProfileReading | undefined {
  const row = profileRows.find((each) => each.typ.some((typ) => isTyp(token, typ)));
  const likely = row ?? profileRows.find((each) => seemsLike(token, each));
  if (!likely) return undefined;
  return {
    id: likely.id,
    source: likely.source,
    by: row ? 'typ' : 'claims',
    faults: profileFaults(token, likely.id),
  };
}

/** What a token breaks of the rules of one kind. */
export function profileFaults(token: Token, id: ProfileId): readonly Fault[] {
  const row = profileRows.find((each) => each.id === id);
  if (!row) return [];
  return [...headerFaults(token, row), ...claimFaults(token, row)];
}

/** Media types compare without case, and "application/" may be left out (RFC 7515 section 4.1.9). */
function isTyp(token: Token, typ: string): boolean {
  const node = memberOf(headerOf(token), 'typ');
  if (node?.type !== 'string') return false;
  const said = node.value.toLowerCase().replace(/^application\//, '');
  return typ.startsWith('+') ? said.endsWith(typ) : said === typ;
}

function seemsLike(token: Token, row: ProfileRow): boolean {
  const claims = claimsOf(token);
  return row.signs.length > 0 && row.signs.some((all) => all.every((name) => findMember(claims, name)));
}

function headerFaults(token: Token, row: ProfileRow): Fault[] {
  const header = headerOf(token);
  const alg = memberOf(header, 'alg');
  const name = alg?.type === 'string' ? alg.value : '';
  const faults: Fault[] = [];
  if (row.typMatters && !row.typ.some((typ) => isTyp(token, typ)))
    faults.push(fault(token, 'profile-typ', row.typ[0] ?? ''));
  for (const wanted of row.header) {
    if (!memberOf(header, wanted)) faults.push(fault(token, 'profile-header-missing', wanted));
  }
  if (name.toLowerCase() === 'none') faults.push(fault(token, 'profile-alg-none'));
  if (row.asymmetric && /^HS\d+$/.test(name)) faults.push(fault(token, 'profile-alg-symmetric', name));
  return faults;
}

/** Of claims that are encrypted, or that are none, there is nothing to say. */
function claimFaults(token: Token, row: ProfileRow): Fault[] {
  const claims = claimsOf(token);
  if (claims === undefined) return [];
  const missing = row.claims.filter((name) => !findMember(claims, name));
  const forbidden = row.forbidden.filter((name) => memberOf(claims, name));
  const wrongType = Object.entries(row.types).filter(([name, types]) => {
    const type = memberOf(claims, name)?.type;
    return type !== undefined && !types.includes(type);
  });
  const noneOf = row.oneOf.length > 0 && !row.oneOf.some((name) => memberOf(claims, name));
  return [
    ...missing.map((name) =>
      fault(token, 'profile-claim-missing', typeof name === 'string' ? name : name.join(' ')),
    ),
    ...forbidden.map((name) => fault(token, 'profile-claim-forbidden', name)),
    ...wrongType.map(([name, types]) => fault(token, 'profile-claim-type', name, types.join(', '))),
    ...(noneOf ? [fault(token, 'profile-one-of-missing', row.oneOf.join(', '))] : []),
  ];
}

function fault(token: Token, code: (typeof profileFaultCodes)[number], ...values: string[]): Fault {
  const part = partOf(token, code.includes('claim') || code.includes('one-of') ? 'payload' : 'header');
  return {
    code,
    at: part?.span.start ?? 0,
    ...(part && { part: part.name }),
    ...(values.length > 0 && { values }),
  };
}

/** The member at a path of names. */
function findMember(node: JsonNode | undefined, path: string | readonly string[]): JsonNode | undefined {
  return [path].flat().reduce<JsonNode | undefined>(memberOf, node);
}

function headerOf(token: Token): JsonNode | undefined {
  return partOf(token, 'header')?.json;
}

function claimsOf(token: Token): JsonNode | undefined {
  return partOf(token, 'payload')?.json;
}
