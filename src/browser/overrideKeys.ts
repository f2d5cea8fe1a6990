/** Where the overrides are told to all windows. */
export const overrideKey = 'override';

/** Where it is told to all windows which requests were changed. */
export const overrideNotesKey = 'overrideNotes';
