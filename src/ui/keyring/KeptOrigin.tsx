import { originOf } from '../../core/traffic/origin';
import { useModel } from '../model/model';
import type { KeptKey } from '../surroundings';
import { shortOrigin } from './shortOrigin';

interface Props {
  each: KeptKey;
  choose: (origin: string | undefined) => void;
}

/** Of more origins the latest are offered. */
const MOST_ORIGINS = 20;

/** Which tokens a kept key is for: all, or those of one of the origins that were seen. */
export function KeptOrigin({ each: { name, origin }, choose }: Props) {
  const { tokens, language } = useModel();
  const seen = tokens.value.map(({ exchange }) => originOf(exchange.url));
  const offered = [...new Set([origin, ...seen])].filter((one) => one !== undefined).slice(0, MOST_ORIGINS);
  if (offered.length === 0) return null;
  return (
    <select
      aria-label={language.say('kept_for', [name])}
      value={origin ?? ''}
      onChange={({ currentTarget: { value } }) => choose(value === '' ? undefined : value)}
    >
      <option value="">{language.say('kept_for_all')}</option>
      {offered.map((one) => (
        <option key={one} value={one}>
          {language.say('kept_for_one', [shortOrigin(one)])}
        </option>
      ))}
    </select>
  );
}
