import { useSignalEffect } from '@preact/signals';
import type { PartComparison, TokenComparison } from '../../core/compare/compareTokens';
import { lifetimeAt } from '../../core/token/lifetime';
import type { Token } from '../../core/token/token';
import { timesOf } from '../../core/token/tokenTimes';
import type { SignatureVerdict } from '../../core/verify/verify';
import type { Language } from '../language';
import { hostOf } from '../model/address';
import { type Model, useModel } from '../model/model';
import { whereText } from '../model/where';
import type { MessageKey } from '../say';

/** One line of what is told of both tokens: the same for both, or each its own. */
export interface OutlineFact {
  name: MessageKey;
  same: boolean;
  /** One sentence where one is enough for both. */
  text?: string;
  before?: string;
  after?: string;
}

/** What two tokens have in common and what not, from the outside in. */
export function useOutline(before: Token, after: Token, comparison: TokenComparison): readonly OutlineFact[] {
  const model = useModel();
  const { verdicts, keys, language } = model;
  useSignalEffect(() => {
    for (const { text } of [before, after]) void verdicts.check(text, keys.for(text));
  });
  const sides = (of: (token: Token) => string) => {
    const [one, other] = [of(before), of(after)];
    return one === other ? { same: true, text: one } : { same: false, before: one, after: other };
  };
  return [
    { name: 'wb_header', ...partFact(comparison.header, language) },
    { name: 'wb_payload', ...partFact(comparison.payload, language) },
    {
      name: 'cmp_signature',
      same: comparison.signature === 'same' || comparison.signature === 'both-missing',
      text: signatureText(comparison, language),
    },
    { name: 'cmp_key', ...sides(({ text }) => keyText(verdicts.of(text).value, model)) },
    { name: 'cmp_lifetime', ...sides((token) => lifetimeText(token, model)) },
    { name: 'cmp_carrier', ...sides(({ text }) => carrierText(text, model)) },
  ];
}

function partFact(comparison: PartComparison, language: Language): Pick<OutlineFact, 'same' | 'text'> {
  const { state } = comparison;
  if (state === 'different')
    return { same: false, text: language.count('cmp_differences', comparison.differences.length) };
  if (state !== 'same') return { same: state !== 'unlike', text: language.code('cmp_part', state) };
  const look = comparison.reordered ? 'cmp_part_reordered' : 'cmp_part_rewritten';
  return { same: true, text: language.say(look) };
}

/** The same bytes with another signature were signed by another key, or anew with randomness. */
function signatureText({ header, payload, signature }: TokenComparison, language: Language): string {
  const sameBytes = header.state === 'identical' && payload.state === 'identical';
  return language.code('cmp_signature', signature === 'different' && sameBytes ? 'other-key' : signature);
}

function keyText(verdict: SignatureVerdict | undefined, { keys, language }: Model): string {
  if (verdict?.state !== 'verified') return language.code('cmp_verdict', verdict?.state ?? 'no-key');
  const { name } = keys.originOf(verdict.key);
  return name === undefined ? language.say('cmp_verified_box') : language.say('cmp_verified', [name]);
}

function lifetimeText(token: Token, { surroundings, language }: Model): string {
  const times = timesOf(token);
  const { state, leftSeconds = 0 } = lifetimeAt(times, surroundings.now.value, 0);
  return language.code('left', state, [language.duration(Math.abs(leftSeconds))]);
}

function carrierText(text: string, { tokens, language }: Model): string {
  const row = tokens.value.find((each) => each.text === text);
  if (!row) return language.say('title_pasted');
  return `${hostOf(row.exchange.url)} · ${whereText(row.capture, language.say)}`;
}
