import type { OverrideTarget } from '../../core/override';
import type { Say } from '../say';

/** The header or cookie that an override changes, as people write it. */
export function targetName({ place, name }: OverrideTarget, say: Say): string {
  return place === 'request-header' ? 'Authorization' : say('override_cookie', [name]);
}
