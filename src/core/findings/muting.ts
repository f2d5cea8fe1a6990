import type { Finding } from './finding';

/** A rule that the user does not want to hear of: on one origin, or anywhere. */
export interface Mute {
  rule: string;
  /** Absent: everywhere. */
  origin?: string;
}

export function isMuted({ id }: Finding, mutes: readonly Mute[], origin: string | undefined): boolean {
  return mutes.some((mute) => mute.rule === id && (mute.origin === undefined || mute.origin === origin));
}

/** With one more; a rule that is muted everywhere needs no origin beside it. */
export function withMute(mutes: readonly Mute[], mute: Mute): readonly Mute[] {
  const others = mutes.filter(
    ({ rule, origin }) => rule !== mute.rule || (mute.origin !== undefined && origin !== mute.origin),
  );
  return [...others, mute];
}

/** Without those that silence a rule on an origin. */
export function withoutMute(
  mutes: readonly Mute[],
  rule: string,
  origin: string | undefined,
): readonly Mute[] {
  return mutes.filter((mute) => mute.rule !== rule || (mute.origin !== undefined && mute.origin !== origin));
}
