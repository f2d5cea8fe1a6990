import type { Capture, Carrier } from '../../core/traffic/exchange';
import type { MessageKey, Say } from '../say';

/** A header's name as people write it: `authorization` is Authorization. */
const asWritten = (name: string) => name.replace(/(^|-)[a-z]/g, (letters) => letters.toUpperCase());

/** How each kind of carrier is named: the word for the place, in front of its name. */
const placeNames: Record<Carrier['place'], (name: string) => [place: MessageKey | undefined, name: string]> =
  {
    'request-header': (name) => [undefined, asWritten(name)],
    'request-cookie': (name) => ['place_cookie', name],
    'url-path': () => ['place_path', ''],
    'url-query': (name) => ['place_query', name],
    'url-fragment': (name) => ['place_fragment', name],
    'request-body': (name) => ['place_body', name],
    'websocket-sent': (name) => ['place_socket_sent', name],
    'response-header': (name) => ['place_answer_header', asWritten(name)],
    'set-cookie': (name) => ['place_set_cookie', name],
    'response-body': (name) => ['place_answer_body', name],
    'websocket-received': (name) => ['place_socket_received', name],
    'local-storage': (name) => ['place_local_storage', name],
    'session-storage': (name) => ['place_session_storage', name],
    'script-cookie': (name) => ['place_script_cookie', name],
  };

/** Where a token travelled: its carrier and the scheme that stood before it, empty for a raw token. */
export interface Where {
  carrier: string;
  scheme: string;
}

export function whereOf({ carrier, before }: Capture, say: Say): Where {
  const [place, name] = placeNames[carrier.place](carrier.name);
  const text = [place && say(place), name].filter((part) => part !== undefined && part !== '').join(' ');
  return { carrier: text, scheme: before.trim() };
}

/** As it was sent, in one line: "Authorization: Bearer", or "Authorization" where no scheme was given. */
export function whereText(capture: Capture, say: Say): string {
  const { carrier, scheme } = whereOf(capture, say);
  return scheme === '' ? carrier : `${carrier}: ${scheme}`;
}

/** A token in an Authorization header without any scheme, as many Flask apps read it. */
export function isRaw({ carrier, before }: Capture): boolean {
  return carrier.name === 'authorization' && before.trim() === '';
}
