import type { TimeNote, Times } from '../../core/token/lifetime';
import type { Token } from '../../core/token/token';
import type { Language } from '../language';
import type { KnownLifetime } from '../model/lifetimes';

interface Life {
  token: Token;
  times: Times | undefined;
  lifetime: KnownLifetime;
  nowMs: number;
}

/** What is odd about a time that decides how long the token lives. */
export const oddTime = (times: Times | undefined): TimeNote | undefined =>
  times?.timeNotes.find(({ claim }) => claim === 'exp' || claim === 'nbf');

const notDated: ReadonlySet<string> = new Set(['no-expiry', 'unreadable']);

/** The card's second line: what is odd about the times, or else when the state changes or changed. */
export function lifetimeBrief({ token, times, lifetime, nowMs }: Life, language: Language): string {
  if (!times || lifetime.state === 'unknown') return unknownBrief(token, language);
  const note = oddTime(times);
  if (note) return language.code('time', note.code);
  if (notDated.has(lifetime.state)) return language.code('lifetime_brief', lifetime.state);
  const turnSeconds = lifetime.state === 'not-yet-valid' ? times.nbfSeconds : times.expSeconds;
  const at = language.brief((turnSeconds ?? 0) * 1000, nowMs) ?? language.say('moment_beyond');
  if (lifetime.state === 'current' || lifetime.state === 'expiring')
    return language.say('lifetime_brief_at', [at]);
  return language.say('lifetime_brief_ago', [language.relative(lifetime.leftSeconds ?? 0), at]);
}

function unknownBrief({ form }: Token, language: Language): string {
  const encrypted = form === 'jwe-compact' || form === 'jwe-json';
  return language.say(encrypted ? 'lifetime_brief_unknown_encrypted' : 'lifetime_brief_unknown');
}
