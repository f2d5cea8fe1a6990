/** What the user has set. Kept on disk; holds nothing of any token. */
export interface Settings {
  /** A token counts as expiring in its last so many seconds, and never before the last quarter of its lifetime. */
  nearExpirySeconds: number;
}

export const defaultSettings: Settings = { nearExpirySeconds: 300 };
