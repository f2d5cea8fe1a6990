import type { View } from '../e2e/browsers/driver';
import { until } from '../e2e/browsers/until';

/** Leaves what went wrong in a page where the bench can read it. To run before the page's own script. */
export const tellFailures = `
  const tell = (error) => { document.documentElement.dataset.failed = [error?.message ?? error, error?.stack].join(' '); };
  addEventListener('error', (event) => tell(event.error ?? event.message));
  addEventListener('unhandledrejection', (event) => tell(event.reason));
`;

/** So often 30 s: measuring takes longer than anything that a test waits for. */
const ATTEMPTS = 16;

/** What a page leaves in `globalThis.results` when it has measured; throws with the page's words where it failed. */
export async function resultsOf<T>(page: View): Promise<readonly T[]> {
  const read = () =>
    page.run<{ results?: T[]; failed?: string } | null>(
      '(() => { const { failed } = document.documentElement.dataset; const { results } = globalThis; return failed || results ? { failed, results } : null; })()',
    );
  for (let attempt = 1; ; attempt++) {
    const seen = await until('the measurements', read).catch((error: unknown) => {
      if (attempt === ATTEMPTS) throw error;
    });
    if (seen?.failed) throw new Error(seen.failed);
    if (seen?.results) return seen.results;
  }
}
