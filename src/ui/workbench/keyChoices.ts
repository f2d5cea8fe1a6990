import type { Key } from '../../core/key/key';
import { signingAlgorithms } from '../../core/sign/jws/fitting';
import { nameFor } from '../input/keyName';
import { keysIn } from '../model/kept';
import type { Model } from '../model/model';

/** A key that could be signed with. */
export interface KeyChoice {
  /** Tells it from the others, also when one is removed. */
  id: string;
  name: string;
  key: Key;
  /** It stands in the box and has no name of its own. */
  inBox: boolean;
  /** What its text was, where that is a secret's. */
  text?: string | undefined;
}

/** The keys of the box first, then those that are kept. */
export function keyChoices({ keys, surroundings, language }: Model): readonly KeyChoice[] {
  const box = keysIn(keys.reading.value).map((key, at) => ({
    id: `box ${at}`,
    name: language.say('wb_key_of_box', [nameFor([key], language)]),
    key,
    inBox: true,
    text: surroundings.draft.value.key,
  }));
  const kept = keys.kept.value.flatMap(({ name, text, reading }) => {
    const own = keysIn(reading);
    return own.map((key, at) => ({
      id: `kept ${at} ${text}`,
      name: own.length > 1 ? `${name}, ${nameFor([key], language)}` : name,
      key,
      inBox: false,
      text,
    }));
  });
  return [...box, ...kept];
}

/** The first key that can sign with the algorithm; else the first that can sign at all; else the first. */
export function likelyKey(choices: readonly KeyChoice[], alg: string | undefined): KeyChoice | undefined {
  const algorithms = choices.map((choice) => ({ choice, names: signingAlgorithms(choice.key) }));
  const fitting = algorithms.find(({ names }) => alg !== undefined && names.includes(alg));
  return (fitting ?? algorithms.find(({ names }) => names.length > 0) ?? algorithms[0])?.choice;
}
