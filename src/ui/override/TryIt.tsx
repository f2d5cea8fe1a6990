import '../css/override.css';
import { useSignal } from '@preact/signals';
import { Icon } from '../Icon';
import { useLanguage } from '../model/model';
import { TryItForm } from './TryItForm';

/** Sends a token in live requests, in place of what the page would send. */
export function TryIt({ text }: { text: string }) {
  const { say } = useLanguage();
  const open = useSignal(false);
  return (
    <details
      class="folded"
      open={open.value}
      onToggle={(event) => {
        open.value = event.currentTarget.open;
      }}
    >
      <summary>
        <Icon name="fold" />
        <h3>{say('override_title')}</h3>
      </summary>
      {open.value && <TryItForm text={text} />}
    </details>
  );
}
