/** Long enough for a busy two-core machine; a test that passes never waits for it. */
const patienceMs = 30_000;

type Truthy<T> = Exclude<T, false | 0 | '' | null | undefined>;

/**
 * Waits until `read` gives something truthy and returns it. A `read` that throws counts as "not yet".
 * Throws after 30 s, saying what was waited for and what was last seen.
 */
export async function until<T>(what: string, read: () => T | Promise<T>): Promise<Truthy<T>> {
  const end = Date.now() + patienceMs;
  for (;;) {
    const seen = await attempt(read);
    if (seen.value) return seen.value as Truthy<T>;
    if (Date.now() > end) throw new Error(`waited in vain for ${what}; last seen: ${seen.text}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

async function attempt<T>(read: () => T | Promise<T>): Promise<{ value?: T; text: string }> {
  try {
    const value = await read();
    return { value, text: JSON.stringify(value) ?? 'nothing' };
  } catch (error) {
    return { text: String(error) };
  }
}
