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

/** Errors that the injected faults cause and that the service is to tell: it could not reach something, or got nonsense. */
const explained = new Set([
  'INV_SIGN_IN_FAILED',
  'INV_SIGN_IN_UNREACHABLE',
  'INV_DATAVERSE_UNREACHABLE',
  'INV_DATAVERSE_UNAUTHORIZED',
  'INV_DATAVERSE_BUSY',
  'INV_DATAVERSE_FAULT',
  'INV_DATAVERSE_ANSWER_UNREADABLE',
  'INV_OUTCOME_UNKNOWN',
]);

/**
 * No secret, code or address in what a service wrote, and no error that the faults do not explain.
 *
 * @param codes of the invitations
 */
export function checkLog(
  service: string,
  lines: readonly string[],
  codes: ReadonlySet<string>,
): readonly Violation[] {
  return lines.flatMap((line, at): readonly Violation[] => {
    const subject = `${service}, line ${at + 1}`;
    const leaked = secrets.filter(([, shape]) => shape.test(line)).map(([name]) => name);
    if ((line.match(codeShape) ?? []).some((text) => codes.has(text))) leaked.push('a code');
    const violations: Violation[] = leaked.map((name) => ({
      kind: 'secret in the log',
      subject,
      says: `The line holds ${name}.`,
    }));
    const entry = parse(line);
    if (serious.has(String(entry?.level)) && !explained.has(String(entry?.errorCode))) {
      const says = [entry?.message, (entry?.error as { sentence?: string } | undefined)?.sentence];
      violations.push({ kind: 'unexpected error', subject, says: says.filter(Boolean).join(': ') });
    }
    // A line of a program that does not end in JSON is Node's own: a crash that the service did not catch.
    if (entry === undefined && /Error|Warning/.test(line))
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
