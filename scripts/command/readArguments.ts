import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UsageMistake } from './mistake.js';

/**
 * Reads a command line, as `parseArgs` of node:util does.
 * @throws UsageMistake for an option that is unknown, lacks its value or has one too many
 */
export function readArguments<const Config extends ParseArgsConfig>(
  config: Config,
): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (error) {
    // What follows the first sentence is advice on how to write an argument that begins with a hyphen.
    const [sentence = ''] = (error as Error).message.split('. ');
    throw new UsageMistake(`${sentence.replace(/\.$/, '')}.`);
  }
}
