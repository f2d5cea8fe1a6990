import { useComputed } from '@preact/signals';
import { useContext } from 'preact/hooks';
import type { SignatureVerdict } from '../../core/verify/verify';
import { Icon } from '../Icon';
import type { Language } from '../language';
import { keysIn } from '../model/kept';
import { useModel } from '../model/model';
import { ShownContext } from '../token/shown';
import { certificateRemarks, type Remark } from './KeyReadingNotes';

/** The answer about the signature of the token that is shown; undefined while there is none. */
export function useShownSignature(): SignatureVerdict | undefined {
  const { verdicts } = useModel();
  const shown = useContext(ShownContext);
  return shown && verdicts.of(shown.token.text).value;
}

/**
 * Why the signature of the shown token does not match or cannot be checked, and what is odd about one that verifies:
 * next to the key, where it can be mended.
 */
export function SignatureReason() {
  const { language, keys, surroundings } = useModel();
  const nowSeconds = useComputed(() => Math.floor(surroundings.now.value / 60_000) * 60);
  const verdict = useShownSignature();
  const inBox = verdict?.state === 'verified' && keysIn(keys.reading.value).includes(verdict.key);
  const remarks = verdict ? remarksOn(verdict, nowSeconds.value, inBox, language) : [];
  return remarks.map(({ tone, icon, text }) => (
    <p class={`remark ${tone}`} key={text}>
      <Icon name={icon} />
      <span>{text}</span>
    </p>
  ));
}

/** What is said of the box's key anyway is not said twice. */
function remarksOn(
  verdict: SignatureVerdict,
  nowSeconds: number,
  inBox: boolean,
  language: Language,
): readonly Remark[] {
  if (verdict.state === 'wrong')
    return [{ tone: 'bad', icon: 'wrong', text: language.code('signature', verdict.code, verdict.values) }];
  if (verdict.state === 'unchecked')
    return [{ tone: 'warn', icon: 'info', text: language.code('signature', verdict.code, verdict.values) }];
  if (verdict.state !== 'verified') return [];
  const { key, chosenBy } = verdict;
  return [
    ...(chosenBy === 'other-kid'
      ? [{ tone: 'warn', icon: 'warning', text: language.code('chosen', chosenBy) } as const]
      : []),
    ...(inBox ? [] : certificateRemarks([key], nowSeconds, language)),
  ];
}
