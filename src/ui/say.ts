import type messages from '../_locales/en/messages.json';

/** Every sentence for people is an entry of src/_locales/en/messages.json. */
export type MessageKey = keyof typeof messages;

/** Gives the sentence of a key, its placeholders $1 to $9 filled with `values`. */
export type Say = (key: MessageKey, values?: readonly string[]) => string;

/** A message catalogue as browsers read it: _locales/<language>/messages.json. */
export type Catalogue = Readonly<Record<string, { readonly message: string }>>;

/**
 * Says sentences out of a catalogue, as browser.i18n.getMessage does: `$1` to `$9` are placeholders, `$$` is a
 * dollar sign, a key that is not there gives an empty text. For the preview page and tests.
 */
export function createSay(catalogue: Catalogue): Say {
  return (key, values = []) => {
    const message = catalogue[key]?.message ?? '';
    return message.replace(/\$([1-9$])/g, (_whole, mark: string) =>
      mark === '$' ? '$' : (values[Number(mark) - 1] ?? ''),
    );
  };
}

/** The key of the sentence for a code that core gives: family `fault`, code `not-utf8` is `fault_not_utf8`. */
export function codeKey(family: string, code: string): MessageKey {
  return `${family}_${code.replaceAll('-', '_')}` as MessageKey;
}
