/** Paths from the root, in order, with slashes. */
export function sourceFiles(root?: string): string[];
