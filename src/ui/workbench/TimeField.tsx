import { claimInfo } from '../../core/token/claims';
import type { JsonMember } from '../../core/token/json';
import type { PartName } from '../../core/token/token';
import { useLanguage } from '../model/model';

interface Props {
  part: PartName;
  member: JsonMember;
  /** Seconds since the epoch. */
  onChange: (seconds: number) => void;
}

/** A time claim as a date and a time of day, where the reader is. */
export function TimeField({ part, member: { name, value }, onChange }: Props) {
  const { say } = useLanguage();
  if (part !== 'payload' || value.type !== 'number' || claimInfo(name)?.kind !== 'time') return null;
  const shown = localText(value.value);
  if (shown === undefined) return null;
  return (
    <input
      type="datetime-local"
      step={1}
      aria-label={say('wb_field_time', [name])}
      value={shown}
      onChange={(event) => {
        const ms = Date.parse(event.currentTarget.value);
        if (!Number.isNaN(ms)) onChange(Math.floor(ms / 1000));
      }}
    />
  );
}

/** As such a field takes it: the time where the reader is, without a zone; undefined beyond its years. */
function localText(seconds: number): string | undefined {
  const date = new Date(seconds * 1000);
  const year = date.getFullYear();
  if (!(year >= 1000 && year <= 9999)) return undefined;
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 19);
}
