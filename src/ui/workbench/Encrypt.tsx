import { useSignal } from '@preact/signals';
import { encryptCompact } from '../../core/sign/jwe/encrypt';
import type { Encryption } from '../../core/sign/jwe/encryption';
import { encryptingAlgorithms } from '../../core/sign/jwe/recipients';
import { contents } from '../../core/verify/decrypt/content';
import { Icon } from '../Icon';
import { useModel } from '../model/model';
import type { Bench } from './bench';
import { KeySelect } from './KeySelect';
import type { KeyChoice } from './keyChoices';
import { MadeToken } from './Result';
import { Select } from './Select';

/** What came of encrypting, and what it was made of: another text or choice makes it old. */
interface Done {
  of: string;
  encryption: Encryption;
}

/** Encrypts the claims, or the token that was just signed, to a key. */
export function Encrypt({ bench }: { bench: Bench }) {
  const { language } = useModel();
  const keyId = useSignal<string | undefined>(undefined);
  const wanted = useSignal({ alg: '', enc: 'A256GCM' });
  const done = useSignal<Done | undefined>(undefined);
  const signing = bench.made.value?.signing;
  const nested = signing?.state === 'signed' ? signing.token : undefined;
  const plaintext = nested ?? bench.edit.value.payload;
  const { enc } = wanted.value;
  const keys = bench.keys.value;
  const fitting = (choice: KeyChoice) => algorithmsFor(choice, enc);
  const key =
    keys.find(({ id }) => id === keyId.value) ?? keys.find((each) => fitting(each).length > 0) ?? keys[0];
  const algorithms = key ? fitting(key) : [];
  const alg = algorithms.includes(wanted.value.alg) ? wanted.value.alg : (algorithms[0] ?? '');
  const header = headerFor(alg, enc, key, nested !== undefined);
  const of = `${header}\n${key?.id}\n${plaintext}`;
  const make = async () => {
    done.value = { of, encryption: await encryptCompact({ header, plaintext, key: key?.key }) };
  };
  const encryption = done.value?.of === of ? done.value.encryption : undefined;
  return (
    <div class="encrypting">
      <p class="soft">{language.say(nested === undefined ? 'wb_encrypt_claims' : 'wb_encrypt_signed')}</p>
      <div class="choices">
        <KeySelect
          label={language.say('wb_encrypt_key')}
          keys={keys}
          value={key?.id}
          onChoose={(id) => {
            keyId.value = id;
          }}
        />
        <Select
          label={language.say('wb_encrypt_alg')}
          value={alg}
          options={algorithms}
          empty={language.say('wb_encrypt_unfit')}
          onChoose={(name) => {
            wanted.value = { ...wanted.value, alg: name };
          }}
        />
        <Select
          label={language.say('wb_encrypt_enc')}
          value={enc}
          options={Object.keys(contents)}
          onChoose={(name) => {
            wanted.value = { ...wanted.value, enc: name };
          }}
        />
      </div>
      <p class="source soft">{header}</p>
      <div class="act">
        <button type="button" class="chip" disabled={alg === ''} onClick={() => void make()}>
          {language.say('wb_encrypt')}
        </button>
        {encryption?.state === 'refused' && (
          <p class="remark bad" role="alert">
            <Icon name="wrong" />
            <span>{language.code('encrypt', encryption.code, encryption.values)}</span>
          </p>
        )}
      </div>
      {encryption?.state === 'encrypted' && <MadeToken text={encryption.token} />}
    </div>
  );
}

function algorithmsFor({ key }: KeyChoice, enc: string): readonly string[] {
  const content = contents[enc];
  return content ? encryptingAlgorithms(key, enc, content) : [];
}

/** RFC 7519 section 5.2: a token within a token says so. */
function headerFor(alg: string, enc: string, key: KeyChoice | undefined, nested: boolean): string {
  const kid = key?.key.kid;
  return JSON.stringify({ alg, enc, ...(nested ? { cty: 'JWT' } : { typ: 'JWT' }), ...(kid && { kid }) });
}
