/**
 * Runs a command, saying what it does, that it still works, and how long it took; gives its output. Its own output is
 * shown only when it fails; then this throws.
 */
export function step(
  title: string,
  command: readonly string[],
  options?: { env?: Record<string, string> },
): Promise<string>;
