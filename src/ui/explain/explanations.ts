import type { Language } from '../language';
import type { MessageKey } from '../say';
import { infoOf } from '../token/ClaimMeaning';
import { algorithmTermOf } from './algorithmTerms';
import type { Asked } from './asked';
import { type TermRow, terms } from './terms';

/** A word, what it means in a sentence or two, and where that is written. */
export interface Explanation {
  title: string;
  text: string;
  source?: string | undefined;
}

/** Header parameters whose values are algorithms. */
const namesAlgorithm = /^(alg|enc)$/;

/** What is said of a word that was asked for; of a header that names an algorithm, also of that. */
export function explanationsOf(asked: Asked, language: Language): readonly Explanation[] {
  if ('term' in asked) {
    const row: TermRow = terms[asked.term];
    const title = typeof row.name === 'string' ? language.say(row.name) : row.name.word;
    return [{ title, text: language.code('term', asked.term), source: row.source }];
  }
  const { part, name, value } = asked;
  const algorithm = part !== 'payload' && namesAlgorithm.test(name) && value !== undefined;
  return [memberExplanation(asked, language), ...(algorithm ? ofAlgorithm(value, language) : [])];
}

function memberExplanation(
  { part, name }: Exclude<Asked, { term: string }>,
  language: Language,
): Explanation {
  const info = infoOf(part, name);
  if (!info) return { title: name, text: language.say('explain_unknown') };
  return { title: name, text: language.say(info.meaning as MessageKey), source: info.source };
}

function ofAlgorithm(name: string, language: Language): readonly Explanation[] {
  const term = algorithmTermOf(name);
  return term ? [{ title: name, text: language.code('algorithm', term.code), source: term.source }] : [];
}
