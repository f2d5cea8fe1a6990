import type { IconName } from '../icons';
import type { Language } from '../language';
import type { KnownLifetime } from '../model/lifetimes';
import type { Tone } from '../tone';

/** How a state of a token's life looks. Its words have the state in their keys. */
export interface TimeLook {
  tone: Tone;
  icon: IconName;
}

const looks: Readonly<Record<KnownLifetime['state'], TimeLook>> = {
  current: { tone: 'ok', icon: 'clock' },
  expiring: { tone: 'warn', icon: 'clock' },
  expired: { tone: 'bad', icon: 'over' },
  'not-yet-valid': { tone: 'bad', icon: 'clock' },
  'no-expiry': { tone: 'soft', icon: 'info' },
  unreadable: { tone: 'warn', icon: 'warning' },
  unknown: { tone: 'soft', icon: 'info' },
};

export function timeLook({ state }: KnownLifetime): TimeLook {
  return looks[state];
}

/** How long it still lives, or has been over. */
export const secondsOf = (lifetime: KnownLifetime) =>
  lifetime.state === 'unknown' ? 0 : Math.abs(lifetime.leftSeconds ?? 0);

/** In a list only what wants attention has a colour. */
export function leftTone(lifetime: KnownLifetime): Tone | '' {
  const { tone } = timeLook(lifetime);
  return tone === 'ok' ? '' : tone;
}

/** What a list says of a lifetime: "58 min", "expired". */
export function leftText(lifetime: KnownLifetime, language: Language): string {
  return language.code('left', lifetime.state, [language.duration(secondsOf(lifetime))]);
}
