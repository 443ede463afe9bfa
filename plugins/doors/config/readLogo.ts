import { readFileSync } from 'node:fs';
import type { Brand } from './doorsConfig.js';
import type { Told } from './told.js';

/** Bytes: a page that people open on their phones. */
const largest = 200_000;

/** First bytes of every PNG file (ISO/IEC 15948, 5.2). */
const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** What makes an SVG more than a picture: scripts, event handlers, pages of others, things loaded from elsewhere, entities. */
const active =
  /<\s*(?:\w+:)?(?:script|foreignObject|iframe|embed|object|handler)\b|\son\w+\s*=|javascript:|<!ENTITY|(?:href|src)\s*=\s*["']?\s*(?!["']?#)\S|@import|url\(\s*["']?(?!#)/i;

/** Reads a logo and makes sure of what it is by its content: whatever its name says, it is served from the page's own address. */
export function readLogo(path: string): Told<Brand['logo']> {
  let content: Buffer;
  try {
    content = readFileSync(path);
  } catch (error) {
    return wrong(`cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`);
  }
  if (content.length > largest) return wrong(`is larger than ${largest / 1000} kB`);
  if (content.subarray(0, pngSignature.length).equals(pngSignature)) {
    return { value: { type: 'image/png', content }, problems: [] };
  }
  const text = content.toString('utf8');
  if (!/^\uFEFF?(?:\s|<\?xml[^>]*\?>|<!--[\s\S]*?-->)*<svg[\s>]/.test(text))
    return wrong('is neither a PNG nor an SVG');
  if (active.test(text)) return wrong('holds a script, or loads something from elsewhere');
  return { value: { type: 'image/svg+xml', content }, problems: [] };
}

const wrong = (problem: string): Told<undefined> => ({ value: undefined, problems: [problem] });
