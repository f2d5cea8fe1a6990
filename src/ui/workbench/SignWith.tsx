import { useSignal } from '@preact/signals';
import { signingAlgorithms } from '../../core/sign/jws/fitting';
import { Icon } from '../Icon';
import { EncodingChoice } from '../input/EncodingChoice';
import { Later } from '../Later';
import { useModel } from '../model/model';
import type { Bench } from './bench';
import { KeySelect } from './KeySelect';
import { SecretBox } from './SecretBox';
import { SignRefusal } from './SignRefusal';

const loadNewKey = async () => (await import('./NewKey')).NewKey;

/** With what the token is signed: the key, the algorithm that fits it, and the button that does it. */
export function SignWith({ bench }: { bench: Bench }) {
  const { language } = useModel();
  const making = useSignal(false);
  return (
    <section class="sign" aria-label={language.say('wb_sign_title')}>
      <h3>{language.say('wb_sign_title')}</h3>
      <SecretBox>
        <EncodingChoice />
      </SecretBox>
      <div class="choices">
        <KeySelect
          label={language.say('wb_key')}
          keys={bench.keys.value}
          value={bench.key.value?.id}
          onChoose={bench.chooseKey}
        />
        <AlgorithmSelect bench={bench} />
        <button
          type="button"
          class="chip"
          aria-expanded={making.value}
          onClick={() => {
            making.value = !making.value;
          }}
        >
          <Icon name="key" />
          {language.say('wb_new_key')}
        </button>
      </div>
      {making.value && <Later load={loadNewKey} props={{ bench, use: 'sig' as const }} />}
      <div class="act">
        <button type="button" class="primary" onClick={() => void bench.sign()}>
          {language.say('wb_sign')}
        </button>
        <SignRefusal bench={bench} />
      </div>
    </section>
  );
}

/** Only what fits the key; what the header names though it does not fit is there too, and says so. */
function AlgorithmSelect({ bench }: { bench: Bench }) {
  const { language } = useModel();
  const { key, alg } = bench;
  const fitting = key.value ? [...new Set(signingAlgorithms(key.value.key))] : [];
  const named = alg.value ?? '';
  const isNone = named.toLowerCase() === 'none';
  const choices = [...fitting, ...(isNone ? [named] : ['none'])];
  return (
    <label>
      <span>{language.say('wb_algorithm')}</span>
      <select
        aria-label={language.say('wb_algorithm')}
        value={named}
        onChange={(event) => bench.setAlg(event.currentTarget.value)}
      >
        {!choices.includes(named) && (
          <option value={named}>{language.say(key.value ? 'wb_alg_unfit' : 'wb_alg_plain', [named])}</option>
        )}
        {choices.map((name) => (
          <option value={name} key={name}>
            {name.toLowerCase() === 'none' ? language.say('wb_alg_none') : name}
          </option>
        ))}
      </select>
    </label>
  );
}
