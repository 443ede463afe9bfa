import type { Spell } from '../nemesis/spell.js';
import { isExplained } from './explained.js';
import type { Violation } from './violation.js';

/** What betrays something in a log, whatever the rows are. Never quoted: the report of a leak must not leak. */
const secrets: readonly (readonly [string, RegExp])[] = [
  ['a mail address', /[\w.+-]+@[\w-]+(\.[\w-]+)+/],
  ['a token', /eyJ[\w-]{8,}\.|Bearer\s+\S/],
  ['the client secret', /sandbox-secret/],
  ['a typed code', /soak-[0-9a-f]{8}-/i],
];

/** As generated codes look: 26 letters of Crockford's alphabet. */
const codeShape = /(?<![0-9a-z])[0-9a-z]{26}(?![0-9a-z])/g;

const serious = new Set(['error', 'fatal']);

/** A line that a service wrote, and when it was read: its own clock may be wrong. */
export interface LogLine {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly text: string;
}

/**
 * No secret, code or address in what a service wrote, and no error that its troubles do not explain.
 *
 * @param codes of the invitations
 * @param spells what was wrong, and when
 */
export function checkLog(
  service: string,
  lines: readonly LogLine[],
  codes: ReadonlySet<string>,
  spells: readonly Spell[],
): readonly Violation[] {
  return lines.flatMap(({ at, text }, number): readonly Violation[] => {
    const subject = `${service}, line ${number + 1}`;
    const leaked = secrets.filter(([, shape]) => shape.test(text)).map(([name]) => name);
    if ((text.match(codeShape) ?? []).some((word) => codes.has(word))) leaked.push('a code');
    const violations: Violation[] = leaked.map((name) => ({
      kind: 'secret in the log',
      subject,
      says: `The line holds ${name}.`,
    }));
    const entry = parse(text);
    const code = String(entry?.errorCode);
    if (serious.has(String(entry?.level)) && !isExplained(code, at, service, spells)) {
      const says = [entry?.message, (entry?.error as { sentence?: string } | undefined)?.sentence];
      violations.push({ kind: 'unexpected error', subject, says: says.filter(Boolean).join(': ') });
    }
    // A line of a program that does not end in JSON is Node's own: a crash that the service did not catch.
    if (entry === undefined && /Error|Warning/.test(text))
      violations.push({ kind: 'unexpected error', subject, says: 'The line is none of the log’s.' });
    return violations;
  });
}

function parse(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
