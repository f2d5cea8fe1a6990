import type { KeptExpectations } from './verify/expectationsFor';

/** What the user has set. Kept on disk; holds nothing of any token. */
export interface Settings {
  /** A token counts as expiring in its last so many seconds, and never before the last quarter of its lifetime. */
  nearExpirySeconds: number;
  /** What is expected of tokens, as the user wrote it. */
  expectations?: KeptExpectations;
}

export const defaultSettings: Settings = { nearExpirySeconds: 300 };
