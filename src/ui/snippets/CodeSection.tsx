import { signal } from '@preact/signals';
import { Icon } from '../Icon';
import { Later } from '../Later';
import { useLanguage } from '../model/model';

const loadCode = async () => (await import('./CodeForToken')).CodeForToken;

/** Whether the code is unfolded; it stays so while other tokens are looked at. */
export const codeOpen = signal(false);

/** Code to take along, made when it is unfolded. */
export function CodeSection() {
  const { say } = useLanguage();
  return (
    <details
      class="folded"
      open={codeOpen.value}
      onToggle={(event) => {
        codeOpen.value = event.currentTarget.open;
      }}
    >
      <summary>
        <Icon name="fold" />
        <h3>{say('code_title')}</h3>
      </summary>
      {codeOpen.value && <Later load={loadCode} props={{}} />}
    </details>
  );
}
