/** Lays rows of text out in columns, the first row as titles with a rule under it. */
export function tableText(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  const line = (row: readonly string[]) =>
    widths
      .map((width, column) => (row[column] ?? '').padEnd(width))
      .join('   ')
      .trimEnd();
  const [titles = [], ...body] = rows;
  return [line(titles), widths.map((width) => '-'.repeat(width)).join('   '), ...body.map(line)].join('\n');
}
