import { useSignal } from '@preact/signals';
import { hexRows } from '../../core/token/hex';
import { MoreButton } from '../MoreButton';
import { useLanguage } from '../model/model';

/** Rows of 16 bytes: so many at first, and so many more each time. */
const FIRST_ROWS = 16;
const MORE_ROWS = 256;

/** As `xxd` writes them: narrow enough for the popup. */
const inPairs = (digits: readonly string[]) =>
  digits.map((each, at) => (at % 2 === 1 && at < digits.length - 1 ? `${each} ` : each)).join('');

/** Bytes that are no text: offset, hexadecimal, and what of them is printable ASCII. */
export function HexView({ bytes }: { bytes: Uint8Array }) {
  const language = useLanguage();
  const rows = useSignal(FIRST_ROWS);
  const hidden = bytes.length - rows.value * 16;
  if (bytes.length === 0) return <p class="soft">{language.say('part_empty')}</p>;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <div class="hex" tabIndex={0}>
        <table class="source" aria-label={language.say('hex_title')}>
          <thead class="unseen">
            <tr>
              <th scope="col">{language.say('hex_offset')}</th>
              <th scope="col">{language.say('hex_bytes')}</th>
              <th scope="col">{language.say('hex_text')}</th>
            </tr>
          </thead>
          <tbody>
            {hexRows(bytes, rows.value).map(({ offset, bytes: digits, text }) => (
              <tr key={offset}>
                <th scope="row">{offset.toString(16).padStart(4, '0')}</th>
                <td>{inPairs(digits)}</td>
                <td>{text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <MoreButton
        hidden={hidden}
        text={language.count('hex_more', hidden)}
        onMore={() => {
          rows.value += MORE_ROWS;
        }}
      />
    </>
  );
}
