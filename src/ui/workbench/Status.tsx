import { Icon } from '../Icon';
import type { IconName } from '../icons';
import type { Language } from '../language';
import { useModel } from '../model/model';
import type { Tone } from '../tone';
import { algIn, type Bench } from './bench';
import { startFrom } from './startFrom';

interface State {
  tone: Tone;
  icon: IconName;
  text: string;
}

/** Whether what is there is signed, and by whom: never left to be guessed. */
export function Status({ bench }: { bench: Bench }) {
  const { language } = useModel();
  const { tone, icon, text } = stateOf(bench, language);
  return (
    <p class={`bench-status is-${tone}`} role="status">
      <Icon name={icon} />
      <span>{text}</span>
    </p>
  );
}

function stateOf({ made, edit }: Bench, language: Language): State {
  const { signing, key } = made.value ?? {};
  if (signing?.state === 'signed') {
    if (!signing.key) return { tone: 'warn', icon: 'warning', text: language.say('wb_unsecured') };
    const text = key?.inBox
      ? language.say('wb_signed_box', [signing.alg])
      : language.say('wb_signed', [signing.alg, key?.name ?? '']);
    return { tone: 'ok', icon: 'verified', text };
  }
  const { original, header, payload } = edit.value;
  const start = original === undefined ? undefined : startFrom(original);
  if (start && start.header === header && start.payload === payload)
    return { tone: 'soft', icon: 'info', text: language.say('wb_untouched') };
  if (start) return { tone: 'warn', icon: 'warning', text: language.say('wb_unsigned_edit') };
  const none = algIn(header)?.toLowerCase() === 'none';
  return { tone: 'soft', icon: 'info', text: language.say(none ? 'wb_unsigned_none' : 'wb_unsigned') };
}
