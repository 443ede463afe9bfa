import type { Report } from './checkSolution.js';
import type { Finding } from './rule.js';

/**
 * Reports as people read them: one line when all is well, else the findings under the file they are in.
 *
 * @param bySchemas what the schemas say, when they were asked
 */
export function reportText(byRules: Report, bySchemas?: Report): string {
  const findings = [...byRules.findings, ...(bySchemas?.findings ?? [])];
  const scope = [
    `${counted(byRules.looked.size, 'rule')}, ${thingsOf(byRules)} things checked`,
    ...(bySchemas === undefined
      ? []
      : [`${thingsOf(bySchemas)} documents validated by ${counted(bySchemas.looked.size, 'schema')}`]),
  ].join(', ');
  const idle = [...byRules.looked].filter(([, count]) => count === 0).map(([rule]) => rule);
  if (findings.length === 0 && idle.length === 0) return `solution/src: ${scope}, all fine.`;
  const files = [...new Set(findings.map(({ file }) => file))].sort();
  return [
    ...files.map((file) => section(file, findings)),
    ...(idle.length === 0 ? [] : [`Nothing to look at for ${idle.join(', ')}: mend the rule, or remove it.`]),
    `solution/src: ${scope}, ${findings.length} to mend in ${counted(files.length, 'file')}.`,
  ].join('\n\n');
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

const thingsOf = ({ looked }: Report): string =>
  [...looked.values()].reduce((sum, count) => sum + count, 0).toLocaleString('en');

function section(file: string, findings: readonly Finding[]): string {
  const own = findings.filter((finding) => finding.file === file);
  return [`solution/src/${file}`, ...own.map(({ rule, message }) => `  ${message} (${rule})`)].join('\n');
}
