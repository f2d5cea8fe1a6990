import { expired, form, type MessageRow, missing, undecodable } from './messageRow';

/** Words that people write themselves. */
export const ownMessages: readonly MessageRow[] = [
  {
    pattern:
      /(?:token|jwt|session)[^.]{0,20} (?:has |is |was )?(?<!or )expired(?! or)|(?<!or )expired (?:access )?token(?! or)/i,
    says: expired,
  },
  {
    pattern:
      /invalid token format|token format|malformed (?:authorization|auth) header|invalid (?:authorization|auth)(?:orization)? (?:header|format)|must (?:start with|be) bearer|bearer token (?:malformed|required|missing)|use bearer/i,
    says: { ...form, ...undecodable, 'raw-where-bearer': 0.95, 'no-token': 0.25 },
  },
  {
    pattern:
      /(?:token|authorization|header|credentials?|jwt)[^.]{0,24}(?:missing|required|not (?:provided|found|present|supplied))|(?:missing|no) (?:access |auth(?:entication|orization)? |bearer |jwt )?(?:token|header|credentials)|(?:a )?valid token is missing|please (?:log|sign) ?in/i,
    says: missing,
  },
  {
    pattern:
      /user (?:was |is )?(?:not found|no longer|does ?n.t exist|disabled|inactive|deleted)|no such user|account (?:is )?(?:disabled|locked)/i,
    says: { 'unknown-user': 0.95 },
  },
  {
    pattern:
      /permission|not allowed to|insufficient|privilege|admin(?:s|istrators)? only|require[sd]? (?:the )?(?:role|admin)|access (?:is )?denied|not authorized to/i,
    says: { 'not-permitted': 0.9, scope: 0.6, 'no-token': 0.9, 'raw-where-bearer': 0.5 },
  },
];

/** Messages that stand for anything that can be wrong with a token. */
export const generic =
  /^\W*(?:unexpected error|invalid (?:or expired )?(?:access )?token|token (?:is )?(?:not valid|invalid)(?: or expired)?|invalid[_ ]token|unauthorized|not authorized|forbidden|authentication failed|could not validate credentials)\b/i;

/** The guide's one answer to whatever PyJWT raised, but for an expiry. */
export const guideInvalid = /^\s*invalid token[.!]?\s*$/i;
