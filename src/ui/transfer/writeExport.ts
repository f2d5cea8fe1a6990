import { type Exported, type ExportFacts, type ExportFormat, exportLog } from '../../core/transfer/exporting';
import { redactLog } from '../../core/transfer/redacting';
import type { Language } from '../language';
import type { Model } from '../model/model';
import { recordOf } from './record';

/** Writes what a window lists, redacted or with every token as it was. */
export async function writeExport(model: Model, format: ExportFormat, raw: boolean): Promise<Exported> {
  const { surroundings, language } = model;
  const { exchanges } = surroundings.log.peek();
  const facts = factsOf(language, surroundings.now.peek(), raw);
  if (raw) return exportLog(exchanges, format, facts);
  const redacted = redactLog(exchanges);
  const recorded = await recordOf(model, redacted.tokens);
  return exportLog(redacted.exchanges, format, { ...facts, recorded });
}

function factsOf({ say }: Language, nowMs: number, raw: boolean): ExportFacts {
  const note = `${say(raw ? 'export_note_raw' : 'export_note_redacted')} ${say('export_note_kept')}`;
  return {
    version: '1',
    nowMs,
    note,
    words: {
      title: say('export_title'),
      note,
      tokens: say('export_tokens'),
      requests: say('export_requests'),
      tokenColumns: [
        say('export_number'),
        say('column_who'),
        say('column_alg'),
        say('export_issued'),
        say('export_expires'),
        say('export_requests'),
      ],
      requestColumns: [
        say('export_time'),
        say('export_method'),
        say('export_address'),
        say('export_status'),
        say('export_carriers'),
      ],
    },
  };
}
