import type { TokenComparison } from '../../core/compare/compareTokens';
import type { Difference } from '../../core/compare/difference';
import type { Language } from '../language';
import { pathText } from './pathText';
import { timeShift } from './timeShift';
import type { OutlineFact } from './useOutline';

/** The comparison as Markdown, for an issue or a chat. It holds claims as they are written, never a whole token. */
export function comparisonText(
  facts: readonly OutlineFact[],
  { header, payload }: TokenComparison,
  language: Language,
): string {
  const { say } = language;
  const lines = facts.map(
    ({ name, text, before, after }) => `- ${say(name)}: ${text ?? `${before} → ${after}`}`,
  );
  const tables = (
    [
      ['wb_header', header],
      ['wb_payload', payload],
    ] as const
  ).flatMap(([name, comparison]) =>
    'differences' in comparison && comparison.differences.length > 0
      ? ['', `### ${say(name)}`, '', ...tableOf(comparison.differences, language)]
      : [],
  );
  return [`## ${say('cmp_title')}`, '', ...lines, ...tables, ''].join('\n');
}

function tableOf(differences: readonly Difference[], language: Language): readonly string[] {
  const { say } = language;
  const head = [say('claim_column_name'), say('cmp_before'), say('cmp_after')];
  const rows = differences.map((difference) => [
    code(pathText(difference.path, language)),
    'before' in difference ? code(difference.before) : say('cmp_missing'),
    'after' in difference ? code(difference.after) + noteOn(difference, language) : say('cmp_missing'),
  ]);
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
}

function noteOn(difference: Difference, language: Language): string {
  if (difference.kind === 'time') return ` (${timeShift(difference.seconds, language)})`;
  if (difference.kind !== 'set') return '';
  const added = difference.added.map((text) => `+${text}`);
  const removed = difference.removed.map((text) => `−${text}`);
  return ` (${[...removed, ...added].map(code).join(' ')})`;
}

/** As code within a table's cell: neither backticks nor bars of the text end it. */
function code(text: string): string {
  const ticks = '`'.repeat(1 + Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length)));
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${ticks}${pad}${text.replaceAll('|', '\\|').replace(/\s*\n\s*/g, ' ')}${pad}${ticks}`;
}
