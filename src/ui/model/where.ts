import type { Capture, Carrier } from '../../core/traffic/exchange';

/** A header's name as people write it: `authorization` is Authorization. */
const asWritten = (name: string) => name.replace(/(^|-)[a-z]/g, (letters) => letters.toUpperCase());

/** How each kind of carrier is named. */
const carrierNames: { [Place in Carrier['place']]: (carrier: Carrier & { place: Place }) => string } = {
  'request-header': (carrier) => asWritten(carrier.name),
};

/** Where a token travelled: its carrier and the scheme that stood before it, empty for a raw token. */
export interface Where {
  carrier: string;
  scheme: string;
}

export function whereOf({ carrier, before }: Capture): Where {
  return { carrier: carrierNames[carrier.place](carrier), scheme: before.trim() };
}

/** As it was sent, in one line: "Authorization: Bearer", or "Authorization" where no scheme was given. */
export function whereText(capture: Capture): string {
  const { carrier, scheme } = whereOf(capture);
  return scheme === '' ? carrier : `${carrier}: ${scheme}`;
}
