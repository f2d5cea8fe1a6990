import type { ImportFault } from '../../core/transfer/faults';
import type { Imported } from '../../core/transfer/importing';
import { useModel } from '../model/model';

/** What the file does not hold, and what could not be read of it. */
export function FileNotes({ imported: { notes, faults, faultCount } }: { imported: Imported }) {
  const { language } = useModel();
  return (
    <>
      {notes.map(({ code, count }) => (
        <p key={code} class="soft">
          {language.code('file_note', code, count === undefined ? [] : [language.number(count)])}
        </p>
      ))}
      {faultCount > 0 && (
        <details>
          <summary class="warn">{language.count('file_faults', faultCount)}</summary>
          <ul>
            {faults.map((fault, at) => (
              <li key={at}>
                <Fault fault={fault} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Fault({ fault: { code, entry, member } }: { fault: ImportFault }) {
  const { language } = useModel();
  const text = language.code('file_fault', code, [member ?? '']);
  return <>{entry === undefined ? text : language.say('file_fault_at', [language.number(entry), text])}</>;
}
