import { useModel } from '../model/model';
import { useDerived } from '../useDerived';

/** A moment three ways: as distance from now, where the reader is, and in UTC. Seconds since the epoch. */
export function Moment({ seconds }: { seconds: number }) {
  const { surroundings, language } = useModel();
  const relative = useDerived(() => language.relative(seconds - surroundings.now.value / 1000), [seconds]);
  const local = language.local(seconds * 1000);
  const { clock } = surroundings.settings.value;
  if (local === undefined) return <span class="moment">{language.say('moment_beyond')}</span>;
  return (
    <span class="moment figures">
      <span class="relative">{relative}</span>
      {clock !== 'utc' && <span>{local}</span>}
      {clock !== 'local' && <span>{language.utc(seconds * 1000)}</span>}
    </span>
  );
}
