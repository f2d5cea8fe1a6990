import type { Lifetime } from '../../core/token/lifetime';
import type { IconName } from '../icons';
import type { Language } from '../language';
import type { MessageKey } from '../say';
import type { Tone } from '../tone';

/** How a state of a token's life looks and is called. */
export interface TimeLook {
  tone: Tone;
  icon: IconName;
  /** $1 is the time that is left, or gone by. */
  headline: MessageKey;
  /** In a list. $1 as above. */
  left: MessageKey;
  /** For the live status: without any time, so that it stays as long as the state does. */
  status: MessageKey;
}

const looks: Readonly<Record<Lifetime['state'], TimeLook>> = {
  current: {
    tone: 'ok',
    icon: 'clock',
    headline: 'time_head_current',
    left: 'left_current',
    status: 'status_current',
  },
  expiring: {
    tone: 'warn',
    icon: 'clock',
    headline: 'time_head_expiring',
    left: 'left_expiring',
    status: 'status_expiring',
  },
  expired: {
    tone: 'bad',
    icon: 'over',
    headline: 'time_head_expired',
    left: 'left_expired',
    status: 'status_expired',
  },
  'not-yet-valid': {
    tone: 'bad',
    icon: 'clock',
    headline: 'time_head_not_yet_valid',
    left: 'left_not_yet_valid',
    status: 'status_not_yet_valid',
  },
  'no-expiry': {
    tone: 'soft',
    icon: 'info',
    headline: 'time_head_no_expiry',
    left: 'left_no_expiry',
    status: 'status_no_expiry',
  },
  unreadable: {
    tone: 'warn',
    icon: 'warning',
    headline: 'time_head_unreadable',
    left: 'left_unreadable',
    status: 'status_unreadable',
  },
};

export function timeLook(lifetime: Lifetime): TimeLook {
  return looks[lifetime.state];
}

/** What a list says of a lifetime: "58 min", "expired 3 minutes ago". */
export function leftText(lifetime: Lifetime, language: Language): string {
  const length = language.duration(Math.abs(lifetime.leftSeconds ?? 0));
  return language.say(looks[lifetime.state].left, [length]);
}
