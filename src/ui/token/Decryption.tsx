import type { Signal } from '@preact/signals';
import { tokenIn } from '../../core/token/layers';
import type { Token } from '../../core/token/token';
import { type Decryption as Answer, decryptToken } from '../../core/verify/decrypt/decrypt';
import { decryptedPart } from '../../core/verify/decrypt/decryptedPart';
import { Icon } from '../Icon';
import type { IconName } from '../icons';
import type { Language } from '../language';
import { useModel } from '../model/model';
import { Settling } from '../Settling';
import type { Tone } from '../tone';
import { useAnswer } from '../useAnswer';
import { DecryptedContent } from './DecryptedContent';
import { InnerToken } from './InnerToken';
import type { Inside } from './opened';

const looks: Readonly<Record<Answer['state'], { tone: Tone; icon: IconName }>> = {
  decrypted: { tone: 'ok', icon: 'done' },
  'wrong-key': { tone: 'bad', icon: 'wrong' },
  cannot: { tone: 'warn', icon: 'info' },
  'no-key': { tone: 'soft', icon: 'key' },
};

interface Props {
  outer: Token;
  inside: Signal<Inside | undefined>;
}

/** What is inside an encrypted token, once a key opens it: a further token, or whatever else was encrypted. */
export function Decryption({ outer, inside }: Props) {
  const { keys, language } = useModel();
  const given = keys.all.value;
  const answer = useAnswer(() => decryptToken(outer, given), [outer, given]);
  if (!answer) return <Settling />;
  const { tone, icon } = looks[answer.state];
  return (
    <section class="decryption" aria-label={language.say('decryption_title')}>
      <p class={`remark ${tone}`} role="status">
        <Icon name={icon} />
        <span>{sentenceFor(answer, language)}</span>
      </p>
      {answer.state === 'decrypted' && <Content plaintext={answer.plaintext} {...{ outer, inside }} />}
    </section>
  );
}

function Content({ plaintext, outer, inside }: Props & { plaintext: Uint8Array }) {
  const part = decryptedPart(plaintext);
  const token = tokenIn(part.text);
  return token ? <InnerToken {...{ outer, token, inside }} /> : <DecryptedContent part={part} />;
}

function sentenceFor(answer: Answer, language: Language): string {
  if (answer.state === 'decrypted') return language.code('decrypt', 'decrypted');
  if (answer.state === 'no-key') return language.code('decrypt', 'no-key', [answer.alg]);
  return language.code('decrypt', answer.code, answer.state === 'cannot' ? answer.values : []);
}
