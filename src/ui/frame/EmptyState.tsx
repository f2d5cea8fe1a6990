import { useLanguage, useModel } from '../model/model';
import { emptinessOf } from './emptiness';

/** In place of an empty list: why it is empty, and what to do. */
export function EmptyState() {
  const { surroundings, tokens, file } = useModel();
  const { say } = useLanguage();
  const { why, next } = emptinessOf({
    captured: tokens.value.length > 0,
    recording: surroundings.recording.value,
    file: file.value?.state === 'shown',
    page: surroundings.scope?.value === 'all' || surroundings.page.value?.origin !== undefined,
    coverage: surroundings.log.value.coverage.map(({ code }) => code),
  });
  return (
    <div class="empty">
      <p>{say(why)}</p>
      <p class="soft">{say(next)}</p>
    </div>
  );
}
