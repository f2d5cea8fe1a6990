import { redactToken } from '../../core/token/redact';
import { Icon } from '../Icon';
import { useLanguage } from '../model/model';
import { inWorker, isLong } from './reader';
import { useShown } from './shown';
import { useCopying } from './useCopying';

/** Copies the token without its signature and with pseudonyms for its values, to be shown around. */
export function CopyRedacted() {
  const { token } = useShown();
  const { say } = useLanguage();
  const { outcome, copy } = useCopying();
  const redact = () =>
    isLong(token.text) ? inWorker({ name: 'redact', args: [token.text] }) : (redactToken(token) ?? '');
  if (!token.valid) return null;
  return (
    <span class="copy">
      <span role="status">{outcome.value && say(outcome.value)}</span>
      <button type="button" class="tool" title={say('copy_redacted_why')} onClick={() => void copy(redact())}>
        <Icon name="redacted" />
        <span class="word">{say('copy_redacted')}</span>
      </button>
    </span>
  );
}
