import Handlebars from 'handlebars';
import type { Visitor } from '../../../redeem/visitor.js';
import type { Brand } from '../../config/doorsConfig.js';
import { languages, type Language } from '../language/languages.js';
import type { TextKey, Texts } from '../language/texts/english.js';
import type { Notice } from '../visit/journey.js';
import { clip } from './clip.js';
import { layout, parts } from './templates.js';
import type { View } from './view.js';

/** What surrounds every view. */
export interface Frame {
  readonly language: Language;
  readonly texts: Texts;
  readonly brand: Pick<Brand, 'name' | 'supportUrl' | 'privacyUrl'>;
  /** Host of this site. */
  readonly host: string;
  /** What forms repeat; empty where there are none. */
  readonly token: string;
  readonly providers: readonly { readonly id: string; readonly name: string }[];
  /** Where the page's policy lets a form lead besides this site. */
  readonly origins: string;
  readonly visitor?: Visitor;
  /** The page that a choice of language leads back to. */
  readonly path: '/register' | '/redeemed';
}

/** What a notice says. */
const noticeTexts: Readonly<Record<Notice['kind'], TextKey>> = {
  codeMissing: 'codeMissing',
  cancelled: 'noticeCancelled',
  signInFailed: 'noticeSignInFailed',
  unreachable: 'noticeUnreachable',
  trouble: 'noticeTrouble',
  failed: 'noticeFailed',
};

const handlebars = Handlebars.create();
for (const [name, text] of Object.entries(parts)) handlebars.registerPartial(name, text);
handlebars.registerHelper('say', say);
handlebars.registerHelper('plain', plain);
const template = handlebars.compile(layout, { knownHelpers: { say: true, plain: true } });

/** The whole page, as HTML. */
export function render(view: View, frame: Frame): string {
  const { brand, host, language, path, visitor } = frame;
  return template({
    ...view,
    ...frame,
    brandName: clip(brand.name),
    values: { ...view.values, brand: brand.name, host },
    facts: view.facts.map((fact) => ({ ...fact, values: fact.values.map(clip) })),
    notice: view.notice && { ...view.notice, text: noticeTexts[view.notice.kind] },
    person: view.person && visitor !== undefined ? personOf(visitor) : undefined,
    // The first one is the one that most people have.
    providers: frame.providers.map((provider, at) => ({
      ...provider,
      primary: at === 0 && view.signIn?.title !== undefined,
    })),
    strongLink: view.main === undefined,
    codeShown: view.code === 'shown',
    codeFolded: view.code === 'folded',
    codeMissing: view.notice?.kind === 'codeMissing',
    languages: Object.entries(languages).map(([tag, name]) => ({
      tag,
      name,
      href: `${path}?lang=${tag}`,
      current: tag === language,
    })),
    about: [
      { label: 'help', href: brand.supportUrl },
      { label: 'privacy', href: brand.privacyUrl },
    ].filter(({ href }) => href !== undefined),
  });
}

function personOf({ name, verifiedEmail, provider }: Visitor) {
  const lines = [name, verifiedEmail].flatMap((line) => (line ? [clip(line)] : []));
  const [initial = ''] = lines[0] ?? provider;
  return { lines, provider, initial: initial.toUpperCase() };
}

/** What Handlebars gives a helper besides its arguments. */
type Options = Pick<Handlebars.HelperOptions, 'hash' | 'data'>;

/** A text with what fills its braces, both escaped; the fillings keep their direction to themselves. */
function say(key: TextKey, options: Options): Handlebars.SafeString {
  const { text, valueOf } = lookUp(key, options);
  const escaped = Handlebars.escapeExpression(text);
  return new Handlebars.SafeString(
    escaped.replace(braces, (_, name: string) => {
      return `<bdi>${Handlebars.escapeExpression(valueOf(name))}</bdi>`;
    }),
  );
}

/** The same where no element can stand; Handlebars escapes it. */
function plain(key: TextKey, options: Options): string {
  const { text, valueOf } = lookUp(key, options);
  return text.replace(braces, (_, name: string) => valueOf(name));
}

const braces = /\{(\w+)\}/g;

function lookUp(key: TextKey, { hash, data }: Options) {
  const { texts, values } = (data as { root: { texts: Texts; values: View['values'] } }).root;
  const given = new Map<string, unknown>(Object.entries({ ...values, ...(hash as object) }));
  return { text: texts[key], valueOf: (name: string) => clip(String(given.get(name) ?? '')) };
}
