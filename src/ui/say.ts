import type messages from '../_locales/en/messages.json';

/** Every sentence for people is an entry of src/_locales/en/messages.json. */
export type MessageKey = keyof typeof messages;

/** Gives the sentence of a key, its placeholders $1 to $9 filled with `values`. */
export type Say = (key: MessageKey, values?: readonly string[]) => string;
