import type { Changes } from './changes.js';

/** Folders of the pack root that `npm run build` writes → where their sources are. */
const built = new Map([
  ['WebResources', 'webresources/'],
  ['Templates', 'solution/templates'],
]);

/** What changed, and what to do next, as people read it. */
export function changesText(folder: string, { added, changed, removed }: Changes): string {
  const all = [...added, ...changed, ...removed];
  if (all.length === 0) return `${folder} is what the zip holds; nothing changed.`;
  const overwritten = [...built].filter(([name]) => all.some((path) => path.startsWith(`${name}/`)));
  return [
    ...added.map((path) => `  added    ${path}`),
    ...changed.map((path) => `  changed  ${path}`),
    ...removed.map((path) => `  removed  ${path}`),
    `${folder}: ${added.length} added, ${changed.length} changed, ${removed.length} removed.`,
    ...overwritten.map(
      ([name, source]) =>
        `${name} is built from ${source}: make the change there too, or \`npm run build\` undoes it.`,
    ),
    'Next: look at the difference, then `npm run schema`, `npm run reference`, `npm run check` and `npm run pack`.',
  ].join('\n');
}
