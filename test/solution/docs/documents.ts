import { readdirSync, readFileSync } from 'node:fs';

/** A text of the project that people copy from. */
export interface Document {
  /** From the project's root, with slashes. */
  readonly path: string;
  readonly text: string;
}

export const read = (path: string): Document => ({ path, text: readFileSync(path, 'utf8') });

const inFolder = (folder: string, end: string): readonly Document[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(end))
    .map((name) => read(`${folder}/${name}`));

/** Everything in Markdown. */
export const pages: readonly Document[] = [...inFolder('.', '.md'), ...inFolder('docs', '.md')];

/** And what else holds commands: pipelines, the container, the source of the mail. */
export const documents: readonly Document[] = [
  ...pages,
  ...inFolder('docs/pipelines', '.yml'),
  ...inFolder('plugins/container', ''),
  ...inFolder('solution/templates', ''),
];

/** A command of ours as a document writes it: `npm run NAME -- ARGUMENTS`. */
export interface Call {
  readonly path: string;
  readonly script: string;
  readonly arguments: string;
}

/** Commands that npm brings itself. */
const npmsOwn: readonly string[] = ['ci', 'run', 'audit'];

/** Every `npm run …`, `npm test` and `npm start`, with its arguments up to the end of the line or of the command. */
export function callsIn({ path, text }: Document): readonly Call[] {
  const lines = text.replace(/\\\n\s*/g, ' ');
  return [...lines.matchAll(/\bnpm (?:run (?:-s )?)?([a-z][\w:-]*)((?: --(?= ))?[^\n`#&|;]*)/g)]
    .map(([, script = '', rest = '']) => ({ path, script, arguments: rest }))
    .filter(({ script }) => !npmsOwn.includes(script));
}

/** Long options in a command line, without their hyphens. */
export const flagsIn = (text: string): readonly string[] =>
  [...text.matchAll(/(?<=^|[\s(])--([a-z][a-z-]*)/g)].map(([, name = '']) => name);

/** The long options that sources hand to node:util's parseArgs. */
export const optionsOf = (...sources: readonly string[]): readonly string[] =>
  sources.flatMap((source) =>
    [...read(source).text.matchAll(/([a-z][a-z-]*)'?: \{ type: '(?:string|boolean)'/g)].map(
      ([, name = '']) => name,
    ),
  );

/** The anchors of a page, as GitHub makes them from its headings. */
export const anchorsOf = ({ text }: Document): readonly string[] =>
  [...text.replace(/^```[^]*?^```/gm, '').matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  );
