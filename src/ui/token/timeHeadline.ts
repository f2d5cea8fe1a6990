import type { Language } from '../language';
import type { KnownLifetime } from '../model/lifetimes';
import { secondsOf, type TimeLook } from './timeLook';

/** For times that are not written as they should be, whatever state they lead to. */
export const oddLook: TimeLook = { tone: 'warn', icon: 'warning' };

/** What the card says of it: "Expires in 4:12". */
export function headlineText(lifetime: KnownLifetime, language: Language): string {
  return language.code('lifetime_head', lifetime.state, [language.countdown(secondsOf(lifetime))]);
}
