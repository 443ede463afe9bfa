import type { Mail } from './mail.js';
import { Mistake } from '../../command/mistake.js';

/**
 * Puts a language's texts into the slots `[[name]]` of the layout, whose indentation is for the reader and not mailed.
 *
 * @throws Mistake for a slot without a text, and for a text without a slot
 */
export function fill(layout: string, { language, texts }: Mail): string {
  const slots: Mail['texts'] = { ...texts, language };
  const used = new Set<string>();
  const html = layout
    .trimEnd()
    .replace(/^ +/gm, '')
    .replace(/\[\[(\w+)\]\]/g, (_slot, name: string) => {
      const text = slots[name];
      if (text === undefined)
        throw new Mistake(`The text "${name}" of the mail is missing in "${language}".`);
      used.add(name);
      return text;
    });
  const idle = Object.keys(slots).filter((name) => !used.has(name));
  if (idle.length === 0) return html;
  throw new Mistake(
    `The mail has no slot for ${idle.map((name) => `"${name}"`).join(', ')} of "${language}".`,
  );
}
