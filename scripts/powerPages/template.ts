import { redemptionRequest } from '../../solution/schema.js';
import type { Texts } from './texts.js';

/** Content snippet of a text: `Invitations/Redeem/Waiting`. */
export const snippetName = (text: string): string =>
  `Invitations/Redeem/${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

/** Texts that the script shows, by the attribute in which it finds them. */
const told: readonly (readonly [attribute: string, text: string])[] = [
  ['waiting', 'waiting'],
  ['patience', 'patience'],
  ['gave-up', 'gaveUp'],
  ['not-sent', 'notSent'],
  ['not-allowed', 'notAllowed'],
  ...Object.entries(redemptionRequest.outcome).map(([name, value]) => [`outcome-${value}`, name] as const),
];

const { redeemed, alreadyRedeemed } = redemptionRequest.outcome;

/**
 * Fills the slots of source/redeem.liquid: `[[text name]]`, a text as the site's snippet has it, or as shipped in English where the
 * site has none · `[[attributes]]`, what the script is told · `[[script]]`.
 *
 * @throws Error for a text that does not exist
 */
export function fillTemplate(liquid: string, texts: Texts, script: string): string {
  const snippet = (name: string): string => {
    const text = texts[name];
    if (text === undefined) throw new Error(`source/texts.yaml lacks the text ${name}.`);
    return `{{ snippets["${snippetName(name)}"] | default: "${text}" | escape }}`;
  };
  const attributes = [
    `data-granted="${redeemed} ${alreadyRedeemed}"`,
    ...told.map(([attribute, name]) => `data-${attribute}="${snippet(name)}"`),
  ];
  return liquid
    .replace('[[attributes]]', () => attributes.join('\n    '))
    .replace(/\[\[text (\w+)\]\]/g, (_, name: string) => snippet(name))
    .replace('[[script]]', () => script);
}
