/** A table of figures, for the terminal and for the document. */
export interface FigureTable {
  readonly title: string;
  /** What is counted and where, in a sentence. */
  readonly note: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** How many columns, from the left, are text; the others are figures. Default 1. */
  readonly texts?: number;
}

/** For a terminal: columns in line, figures to the right. */
export function tableText({ title, note, header, rows, texts = 1 }: FigureTable): string {
  const widths = widthsOf([header, ...rows]);
  const line = (cells: readonly string[]): string => `  ${padded(cells, widths, texts).join('  ')}`.trimEnd();
  return [title, `  ${note}`, '', line(header), ...rows.map(line)].join('\n');
}

/** Width of a column's rule in Markdown at least: `---` or `--:`. */
const leastRule = 3;

/** In Markdown, with the columns in line as the formatter has them. */
export function tableMarkdown({ title, note, header, rows, texts = 1 }: FigureTable): string {
  const widths = widthsOf([header, ...rows]).map((width) => Math.max(width, leastRule));
  const line = (cells: readonly string[]): string => `| ${padded(cells, widths, texts).join(' | ')} |`;
  const rule = widths.map((width, column) =>
    column < texts ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  );
  return [`**${title}** ${note}`, '', line(header), `| ${rule.join(' | ')} |`, ...rows.map(line)].join('\n');
}

const widthsOf = (lines: readonly (readonly string[])[]): number[] =>
  (lines[0] ?? []).map((_, column) => Math.max(...lines.map((cells) => (cells[column] ?? '').length)));

const padded = (cells: readonly string[], widths: readonly number[], texts: number): string[] =>
  cells.map((cell, column) =>
    column < texts ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
  );
