import type { Exchange } from '../traffic/exchange';
import { csvOf } from './csvExport';
import { harEntryOf } from './harExport';
import { ownMember } from './kept';
import { markdownOf, type ReportWords } from './markdownExport';
import { ownVersion, type Recorded } from './recorded';

export const exportFormats = ['har', 'json', 'csv', 'markdown'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** What an export says beside the exchanges. */
export interface ExportFacts {
  /** Version of this product. */
  version: string;
  nowMs: number;
  /** What was removed and what was never kept, in the reader's words. */
  note: string;
  words: ReportWords;
  /** Given when the exchanges are redacted: what was known of the tokens before. */
  recorded?: Recorded | undefined;
}

export interface Exported {
  text: string;
  mediaType: string;
  /** Of the file's name, with its dot. */
  ending: string;
}

const writers: Readonly<
  Record<
    ExportFormat,
    { mediaType: string; ending: string; write(exchanges: readonly Exchange[], facts: ExportFacts): string }
  >
> = {
  har: { mediaType: 'application/json', ending: '.har', write: harOf },
  json: { mediaType: 'application/json', ending: '.json', write: jsonOf },
  csv: { mediaType: 'text/csv', ending: '.csv', write: csvOf },
  markdown: {
    mediaType: 'text/markdown',
    ending: '.md',
    write: (exchanges, { words }) => markdownOf(exchanges, words),
  },
};

/** A log as a file. HAR and JSON can be imported again. */
export function exportLog(
  exchanges: readonly Exchange[],
  format: ExportFormat,
  facts: ExportFacts,
): Exported {
  const { mediaType, ending, write } = writers[format];
  return { text: write(exchanges, facts), mediaType, ending };
}

const own = ({ recorded, nowMs }: ExportFacts) => ({
  version: ownVersion,
  exported: new Date(nowMs).toISOString(),
  redacted: recorded !== undefined,
  ...(recorded && { recorded }),
});

/** One entry a line: such a file can be compared, and read piece by piece. */
const lines = (items: readonly unknown[]) => `[\n${items.map((item) => JSON.stringify(item)).join(',\n')}\n]`;

function harOf(exchanges: readonly Exchange[], facts: ExportFacts): string {
  const head = {
    version: '1.2',
    creator: { name: 'Claimscope', version: facts.version },
    pages: [],
    comment: facts.note,
    [ownMember]: own(facts),
  };
  return `{"log":${JSON.stringify(head).slice(0, -1)},"entries":${lines(exchanges.map(harEntryOf))}}}\n`;
}

function jsonOf(exchanges: readonly Exchange[], facts: ExportFacts): string {
  const head = {
    creator: { name: 'Claimscope', version: facts.version },
    comment: facts.note,
    [ownMember]: own(facts),
  };
  return `${JSON.stringify(head).slice(0, -1)},"exchanges":${lines(exchanges)}}\n`;
}
