/**
 * Passes on what comes one by one in batches, one batch after the other: the first at once. What comes while a batch is
 * under way goes with the next one, which then begins only after a rest, as traffic is heavy: many in one batch cost
 * far less than each in its own. A batch that fails is over; `take` tells who has to know.
 */
export function gathered<One>(
  take: (batch: readonly One[]) => Promise<unknown>,
  rest: () => Promise<unknown>,
): (more: readonly One[]) => void {
  let waiting: One[] = [];
  let isBusy = false;
  const work = async (): Promise<void> => {
    isBusy = true;
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      await take(batch).catch(() => {});
      if (waiting.length > 0) await rest();
    }
    isBusy = false;
  };
  return (more) => {
    waiting.push(...more);
    if (!isBusy) void work();
  };
}
