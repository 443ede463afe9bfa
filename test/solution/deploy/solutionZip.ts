import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';

/** A zip on the disk that says of itself what it is told to, and holds nothing else. */
export interface SolutionZip {
  readonly file: string;
  remove(): void;
}

export function solutionZip(
  version: string,
  managed: boolean,
  uniqueName = 'ContactInvitations',
): SolutionZip {
  const manifest = `<UniqueName>${uniqueName}</UniqueName><Version>${version}</Version><Managed>${managed ? 1 : 0}</Managed>`;
  return zipOf({
    'solution.xml': `<ImportExportXml><SolutionManifest>${manifest}</SolutionManifest></ImportExportXml>`,
  });
}

export function zipOf(entries: Readonly<Record<string, string>>): SolutionZip {
  const folder = mkdtempSync(path.join(tmpdir(), 'zip-'));
  const file = path.join(folder, 'solution.zip');
  const texts = Object.entries(entries).map(([name, text]) => [name, strToU8(text)] as const);
  writeFileSync(file, zipSync(Object.fromEntries(texts)));
  return { file, remove: () => rmSync(folder, { recursive: true }) };
}
