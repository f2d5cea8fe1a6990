import type { Signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Token } from '../../core/token/token';
import { useModel } from '../model/model';
import type { Inside } from './opened';
import { signatureLook } from './signatureLook';

interface Props {
  outer: Token;
  token: Token;
  inside: Signal<Inside | undefined>;
}

/** The token that was encrypted: its signature is checked at once, and it can be looked at in place of the outer one. */
export function InnerToken({ outer, token, inside }: Props) {
  const { verdicts, keys, language } = useModel();
  const given = keys.for(token.text);
  useEffect(() => void verdicts.check(token.text, given), [verdicts, token.text, given]);
  const isShown = inside.value?.outer === outer;
  const choices = [
    ['decryption_outer', undefined],
    ['decryption_inner', { outer, token }],
  ] as const;
  return (
    <>
      <p>
        {language.say('decryption_token', [
          language.say(signatureLook(verdicts.of(token.text).value).status),
        ])}
      </p>
      <div class="pasted">
        {choices.map(([label, choice]) => (
          <button
            type="button"
            class="chip"
            key={label}
            aria-pressed={isShown === (choice !== undefined)}
            onClick={() => {
              inside.value = choice;
            }}
          >
            {language.say(label)}
          </button>
        ))}
      </div>
    </>
  );
}
