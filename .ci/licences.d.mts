/** The text of docs/licences.md. */
export function licences(): string;
