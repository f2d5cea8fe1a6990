import { exportsOf } from '../../core/sign/exports';
import { useModel } from '../model/model';
import type { MessageKey } from '../say';
import { CopyButton } from '../token/CopyButton';
import { useAnswer } from '../useAnswer';
import type { Bench } from './bench';

/** The chosen key in every form that it has, to be copied; which of them can sign is said. */
export function KeyExports({ bench }: { bench: Bench }) {
  const { language } = useModel();
  const choice = bench.key.value;
  const exported = useAnswer(async () => (choice ? exportsOf(choice.key, choice.text) : []), [choice?.key]);
  if (!choice) return <p class="soft">{language.say('wb_export_no_key')}</p>;
  return (
    <ul class="exports" aria-label={language.say('wb_export')}>
      {exported?.map(({ form, text, private: secret }) => (
        <li key={form}>
          <CopyButton text={text} label={`wb_export_${form.replace('-', '_')}` as MessageKey} />
          <span class={secret ? 'warn' : 'soft'}>{language.say(secret ? 'wb_secret' : 'wb_public')}</span>
        </li>
      ))}
    </ul>
  );
}
