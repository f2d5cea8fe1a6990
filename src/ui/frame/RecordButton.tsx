import { useLanguage, useModel } from '../model/model';

/** Whether requests are recorded. Pressed while they are. */
export function RecordButton() {
  const { recording, actions } = useModel().surroundings;
  const { say } = useLanguage();
  const on = recording.value;
  return (
    <button
      type="button"
      class="tool record"
      aria-pressed={on}
      title={say(on ? 'record_stop' : 'record_start')}
      onClick={() => actions.setRecording(!on)}
    >
      <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="5" />
      </svg>
      <span class="unseen">{say('record')}</span>
    </button>
  );
}
