/*
 * Where the background tells all windows what they follow, in session memory. Apart from what tells it, so that a window
 * does not load that.
 */

/** The granted hosts: Firefox's DevTools pages have no permissions API of their own. */
export const hostsKey = 'hosts';

export const noHosts = {
  /** Match patterns. */
  origins: [] as string[],
  /** Since when each is known to be granted, milliseconds since the epoch. */
  since: {} as Record<string, number>,
};

/** The pauses of recording. */
export const pausesKey = 'pauses';

/** When the background was last restarted in the midst of its work. */
export const restartKey = 'restarted';

/** Which version waits to be installed. */
export const updateKey = 'update';
