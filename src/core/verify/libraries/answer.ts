/** What a library does with a token. `reads` is all that jwt-decode can do: it checks nothing. */
export type LibraryOutcome =
  | { state: 'accepts' }
  | { state: 'reads' }
  | { state: 'refuses'; error: string; message: string };

/** Where newer versions are known to differ from the one that was tested. */
export const untestedCodes = ['subject-must-be-text', 'weak-key-warning'] as const;
export type UntestedCode = (typeof untestedCodes)[number];

export interface LibraryAnswer {
  library: 'PyJWT' | 'jsonwebtoken' | 'jose' | 'jwt-decode';
  /** The version that this answer was tested against, or that gave it. */
  version: string;
  outcome: LibraryOutcome;
  untested: readonly UntestedCode[];
}

export const accepts: LibraryOutcome = { state: 'accepts' };

export function refuses(error: string, message: string): LibraryOutcome {
  return { state: 'refuses', error, message };
}
