import { styleText } from 'node:util';

const colours: Readonly<Record<string, 'gray' | 'yellow' | 'red'>> = {
  debug: 'gray',
  warn: 'yellow',
  error: 'red',
  fatal: 'red',
};

/** Fields of a log line that are shown in a place of their own, or not at all. */
const placed = new Set(['level', 'time', 'service', 'message']);

/**
 * Makes one line of a program readable: the service's JSON becomes `12:04:31 service  send: sent  plugin=send`; any other line is kept
 * behind the program's name.
 */
export function readable(program: string, line: string): string {
  const source = styleText('cyan', program.padEnd(8));
  const entry = parse(line);
  if (!entry) return `${source} ${line}`;
  const { level, time, message } = entry;
  const facts = Object.entries(entry)
    .filter(([name]) => !placed.has(name))
    .map(([name, value]) => `${name}=${typeof value === 'object' ? JSON.stringify(value) : String(value)}`);
  const clock = new Date(String(time)).toTimeString().slice(0, 8);
  const colour = colours[String(level)];
  const told = colour ? styleText(colour, String(message)) : String(message);
  return `${styleText('gray', clock)} ${source} ${told}  ${styleText('gray', facts.join(' '))}`.trimEnd();
}

function parse(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && 'message' in value
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
