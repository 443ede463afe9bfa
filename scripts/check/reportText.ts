import type { Report } from './checkSolution.js';
import type { Finding } from './rule.js';

/** A report as people read it: one line when all is well, else the findings under the file they are in. */
export function reportText({ findings, looked }: Report): string {
  const things = [...looked.values()].reduce((sum, count) => sum + count, 0);
  const scope = `${looked.size} rules, ${things.toLocaleString('en')} things checked`;
  if (findings.length === 0) return `solution/src: ${scope}, all fine.`;
  const files = [...new Set(findings.map(({ file }) => file))].sort();
  return [
    ...files.map((file) => section(file, findings)),
    `solution/src: ${scope}, ${findings.length} to mend in ${files.length} ${files.length === 1 ? 'file' : 'files'}.`,
  ].join('\n\n');
}

function section(file: string, findings: readonly Finding[]): string {
  const own = findings.filter((finding) => finding.file === file);
  return [`solution/src/${file}`, ...own.map(({ rule, message }) => `  ${message} (${rule})`)].join('\n');
}
