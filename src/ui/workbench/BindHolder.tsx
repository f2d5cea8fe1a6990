import { useSignal } from '@preact/signals';
import { signingAlgorithms } from '../../core/sign/jws/fitting';
import type { Signing } from '../../core/sign/jws/signing';
import { bind } from '../../core/sign/sdJwt/present';
import { useModel } from '../model/model';
import type { Bench } from './bench';
import { KeySelect } from './KeySelect';
import { MadeToken } from './Result';

/** Proves to one verifier that the presenter holds the key (RFC 9901 section 4.3): signed with a key of the holder's. */
export function BindHolder({ bench, presented }: { bench: Bench; presented: string }) {
  const { surroundings, language } = useModel();
  const asked = useSignal({ aud: '', nonce: '' });
  const keyId = useSignal<string | undefined>(undefined);
  const done = useSignal<{ of: string; signing: Signing } | undefined>(undefined);
  const keys = bench.keys.value.filter(
    ({ key }) => key.kind !== 'secret' && signingAlgorithms(key).length > 0,
  );
  const choice = keys.find(({ id }) => id === keyId.value) ?? keys[0];
  const of = [presented, asked.value.aud, asked.value.nonce, choice?.id].join('\n');
  const make = async () => {
    const [alg = ''] = choice ? signingAlgorithms(choice.key) : [];
    const iat = Math.floor(surroundings.now.value / 1000);
    if (choice) done.value = { of, signing: await bind(presented, { ...asked.value, iat }, alg, choice.key) };
  };
  const signing = done.value?.of === of ? done.value.signing : undefined;
  return (
    <div class="binding">
      <div class="choices">
        {(['aud', 'nonce'] as const).map((name) => (
          <label key={name}>
            <span>{language.code('wb_bind', name)}</span>
            <input
              class="source"
              autocomplete="off"
              value={asked.value[name]}
              onInput={(event) => {
                asked.value = { ...asked.value, [name]: event.currentTarget.value };
              }}
            />
          </label>
        ))}
        <KeySelect
          label={language.say('wb_bind_key')}
          keys={keys}
          value={choice?.id}
          onChoose={(id) => {
            keyId.value = id;
          }}
        />
        <button type="button" class="chip" disabled={!choice} onClick={() => void make()}>
          {language.say('wb_bind')}
        </button>
      </div>
      {signing?.state === 'refused' && (
        <p class="bad">{language.code('sign', signing.code, signing.values)}</p>
      )}
      {signing?.state === 'signed' && <MadeToken text={signing.token} />}
    </div>
  );
}
