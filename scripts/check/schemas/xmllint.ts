import { spawnSync } from 'node:child_process';
import { Mistake } from '../../command/mistake.js';

/** What a schema says of a document. */
export interface SchemaMessage {
  /** Line of the document, from 1. */
  readonly line: number;
  readonly text: string;
}

/** Validates a document by a schema file; nothing is said when it is valid. */
export type Validate = (schemaFile: string, xml: string) => readonly SchemaMessage[];

/** Exit codes of xmllint: the document is valid, or it is not. All others mean that nothing was validated. */
const valid = 0;
const invalid = [3, 4];

/**
 * Validates with xmllint of libxml2.
 *
 * @param command how to call it
 * @returns a function that throws Mistake saying what to do when xmllint or the schema cannot be used
 */
export function createXmllint(command = 'xmllint'): Validate {
  return (schemaFile, xml) => {
    const { status, stderr, error } = spawnSync(
      command,
      ['--noout', '--nonet', '--schema', schemaFile, '-'],
      { input: xml, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
    );
    if (error !== undefined)
      throw new Mistake(
        `${command} cannot be started, so nothing is validated: install it (Debian and Ubuntu: libxml2-utils; macOS has it), or leave out --schemas.`,
      );
    if (status === valid) return [];
    if (status === null || !invalid.includes(status))
      throw new Mistake(
        `${schemaFile} is missing, or no schema. Name the folder of Microsoft's schemas after --schemas. xmllint says: ${stderr.split('\n')[0] ?? ''}`,
      );
    return messagesIn(stderr);
  };
}

/** What xmllint writes: `-:12: element cell: Schemas validity error : Element 'cell', attribute 'x': …`. */
export const messagesIn = (output: string): readonly SchemaMessage[] =>
  [
    ...output.matchAll(/^[^\n:]*:(\d+): (?:element [^:\n]+: )?(?:Schemas validity|parser) error : (.*)$/gm),
  ].map(([, line, text]) => ({ line: Number(line), text: text ?? '' }));
