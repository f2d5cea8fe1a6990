import { Icon } from '../Icon';
import { nameFor } from '../input/keyName';
import type { ReadKept } from '../model/kept';
import { keysIn } from '../model/kept';
import { useModel } from '../model/model';
import type { KeptKey } from '../surroundings';
import { KeptOrigin } from './KeptOrigin';
import { originOfAddress } from './shortOrigin';

/** The keys of this session: every token is checked against them, and against what is in the box. */
export function KeptKeys() {
  const { keys, language } = useModel();
  const kept = keys.kept.value;
  if (kept.length === 0) return null;
  return (
    <details class="folded">
      <summary>
        <Icon name="fold" />
        {language.count('kept_keys', kept.length)}
      </summary>
      <ul class="kept" aria-label={language.say('kept_title')}>
        {kept.map((each, at) => (
          <KeptRow key={at} each={each} at={at} />
        ))}
      </ul>
    </details>
  );
}

function KeptRow({ each, at }: { each: ReadKept; at: number }) {
  const { surroundings, language } = useModel();
  const { keyring } = surroundings;
  const change = (more: Partial<KeptKey>) => {
    keyring.value = keyring.value.map((one, index) => (index === at ? { ...one, ...more } : one));
  };
  const rename = (input: HTMLInputElement) => {
    const name = input.value.trim();
    if (name === '') input.value = each.name;
    else change({ name });
  };
  return (
    <li>
      <input
        aria-label={language.say('kept_name', [each.name])}
        value={each.name}
        onChange={(event) => rename(event.currentTarget)}
      />
      <span class="soft">{nameFor(keysIn(each.reading), language)}</span>
      <button
        type="button"
        class="tool"
        title={language.say('kept_remove', [each.name])}
        onClick={() => {
          keyring.value = keyring.value.filter((_one, index) => index !== at);
        }}
      >
        <Icon name="close" />
        <span class="unseen">{language.say('kept_remove', [each.name])}</span>
      </button>
      <KeptOrigin each={each} choose={(origin) => change({ origin })} />
      {each.seenAt !== undefined && (
        <span class="soft whole" title={each.seenAt}>
          {language.say('seen_at', [originOfAddress(each.seenAt)])}
        </span>
      )}
    </li>
  );
}
