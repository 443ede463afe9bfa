import { encoded } from './redact.js';

/** How to start a program with arguments on this system. */
export interface Launch {
  readonly command: string;
  readonly commandArgs: readonly string[];
  /** True: Windows gets the arguments as they are, they are quoted already. */
  readonly verbatim: boolean;
}

/** True for the launcher that the Windows installer of pac puts into PATH, `pac.cmd`. */
export const isBatchFile = (file: string): boolean => /\.(cmd|bat)$/i.test(file);

/**
 * Batch files are run by `cmd.exe`, which has its own rules for quoting (Node.js: child_process, "Spawning .bat and .cmd files
 * on Windows"). Arguments with a character that it would interpret go as data URIs, which pac takes for any argument.
 */
export function launch(file: string, args: readonly string[]): Launch {
  if (!isBatchFile(file)) return { command: file, commandArgs: args, verbatim: false };
  const line = [file, ...args.map((arg) => (plain.test(arg) ? arg : encoded(arg)))].map(quoted).join(' ');
  return { command: 'cmd.exe', commandArgs: ['/d', '/s', '/c', `"${line}"`], verbatim: true };
}

const plain = /^[\w\-./:\\ ~+=;,@(){}[\]&^|<>'#$]*$/;

/** A backslash before the closing quote would escape it. */
const quoted = (text: string): string => `"${text.replace(/\\+$/, '$&$&')}"`;
