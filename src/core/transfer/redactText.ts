import type { Pseudonyms } from '../token/pseudonyms';

/** A word that tells nothing of anybody: letters alone, as names and path steps are made of. */
const plainWord = /^[A-Za-z][A-Za-z._-]{0,23}$/;

/** What stands where a credential is missing, and says why a request was refused. */
const missing = /^(?:null|undefined|none|nil|true|false|nan|\[object.*)$/i;

const pseudonymOf = (text: string, pseudonyms: Pseudonyms) => (text === '' ? '' : pseudonyms.text(text));

/** Texts that are to stand in place of others within a text, whether there as they are or escaped. */
export type Replacements = ReadonlyMap<string, string>;

/**
 * An address, or a piece of one: scheme, host, names and plain steps of the path stay; the values of pairs, and steps
 * that may name somebody, are replaced.
 */
export function redactAddress(address: string, replaced: Replacements, pseudonyms: Pseudonyms): string {
  const [, origin = '', rest = ''] = /^([a-z][a-z0-9+.-]*:\/\/[^/?#]*)?(.*)$/is.exec(address) ?? [];
  const host = origin.replace(/\/\/[^@/]*@/, '//');
  const [path = '', ...more] = rest.split(/(?=[?#&])/);
  const steps = path.split('/').map((step) => redactStep(step, replaced, pseudonyms));
  return host + steps.join('/') + more.map((pair) => redactPair(pair, replaced, pseudonyms)).join('');
}

function redactStep(step: string, replaced: Replacements, pseudonyms: Pseudonyms): string {
  const known = replaced.get(step);
  if (known !== undefined) return known;
  if (step.includes('=')) return redactPair(step, replaced, pseudonyms);
  return step === '' || plainWord.test(step) || /^v\d{1,3}$/i.test(step) ? step : pseudonyms.text(step);
}

function redactPair(pair: string, replaced: Replacements, pseudonyms: Pseudonyms): string {
  const [, mark = '', name = '', equals = '', value = ''] = /^([?#&]?)([^=]*)(=?)(.*)$/s.exec(pair) ?? [];
  const known = replaced.get(value);
  if (equals === '') return mark + redactStep(name, replaced, pseudonyms);
  return `${mark}${name}=${known ?? pseudonymOf(value, pseudonyms)}`;
}

/** What stands around a token in a header: the scheme and punctuation stay, anything else is replaced. */
export function redactAround(text: string, pseudonyms: Pseudonyms): string {
  if (/:\/\/|[/?#&]/.test(text)) return redactAddress(text, new Map(), pseudonyms);
  return text.replace(/(=\s*"?)([^\s",;]+)|[^\s",;=]+/g, (word, before?: string, value?: string) => {
    if (before !== undefined && value !== undefined) return before + pseudonyms.text(value);
    return plainWord.test(word) ? word : pseudonyms.text(word);
  });
}

/** An Authorization value without a token: its scheme stays, and what shows that the credential is missing. */
export function redactCredentials(value: string, pseudonyms: Pseudonyms): string {
  const [, scheme = '', rest = ''] = /^(\s*[A-Za-z][\w-]*\s+)?(.*)$/s.exec(value) ?? [];
  const kept = missing.test(rest.trim()) || /^\{\{|^\$\{/.test(rest.trim());
  return scheme + (kept ? rest : pseudonymOf(rest, pseudonyms));
}

const telling = ['error', 'error_description', 'message', 'msg', 'code', 'title', 'detail', 'reason', 'type'];

/** The body of a refusal: of a JSON object what says why, and nothing of any other text. */
export function redactRefusal(body: string, pseudonyms: Pseudonyms): string | undefined {
  try {
    const members = Object.entries(JSON.parse(body) as object).flatMap(([name, value]) =>
      telling.includes(name) && typeof value === 'string' ? [[name, redactSentence(value, pseudonyms)]] : [],
    );
    return members.length > 0 ? JSON.stringify(Object.fromEntries(members)) : undefined;
  } catch {
    return undefined;
  }
}

/** A sentence without what may name somebody or can be used: words with a digit or an at sign, and long ones. */
const redactSentence = (text: string, pseudonyms: Pseudonyms) =>
  text.replace(/[^\s"'(),;]+/g, (word) =>
    (/[\d@]/.test(word) && !/^\d{1,3}$/.test(word)) || word.length > 30 ? pseudonyms.text(word) : word,
  );

/** A challenge (RFC 9110 section 11.6.1): what it says of the error stays, values that were made for one are replaced. */
export const redactChallenge = (challenge: string, pseudonyms: Pseudonyms): string =>
  challenge.replace(/([\w-]+)(\s*=\s*"?)([^",]*)/g, (whole, name: string, equals: string, value: string) =>
    /^(?:error|error_description|scope|algs)$/i.test(name)
      ? whole
      : name + equals + pseudonymOf(value, pseudonyms),
  );
