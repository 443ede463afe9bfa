import type { TextKey } from '../language/texts/english.js';
import type { Notice } from '../visit/journey.js';

/** A line of what an invitation is, or of what was granted. */
export interface Fact {
  readonly label: TextKey;
  /** Texts of others. */
  readonly values: readonly string[];
  readonly hint?: TextKey;
}

/** A form of one button. */
export interface ButtonForm {
  readonly action: '/redeem' | '/ask' | '/sign-out';
  readonly label: TextKey;
}

/** What a page says and offers, in no language yet: the parts stand on it in this order. */
export interface View {
  readonly state: string;
  readonly status: number;
  readonly icon: 'letter' | 'done' | 'warning' | 'wait';
  readonly notice?: Notice;
  readonly title: TextKey;
  readonly leads: readonly TextKey[];
  readonly facts: readonly Fact[];
  /** True: who has signed in is shown. */
  readonly person: boolean;
  /** What is said after all that. */
  readonly after: readonly TextKey[];
  /** True: `after` is the answer to what the person has just done. */
  readonly answered: boolean;
  /** A button for each identity provider, under a heading if it is what the page is for. */
  readonly signIn?: { readonly title?: TextKey; readonly lead: TextKey };
  /** What the page is for. */
  readonly main?: ButtonForm;
  readonly link?: { readonly href: string; readonly label: TextKey };
  /** What else can be done. */
  readonly other?: ButtonForm;
  /** The field for a code: as what the page is for, or folded away. */
  readonly code?: 'shown' | 'folded';
  readonly small: readonly TextKey[];
  /** Fills the braces of the texts. */
  readonly values: Readonly<Record<string, string>>;
  /** Seconds after which asking again makes sense. */
  readonly retryAfter?: number;
  /** Where the page goes by itself; after `retryAfter`, if there is one. */
  readonly refreshTo?: string;
}

/** A view with nothing on it but what is told. */
export function view(told: Pick<View, 'state' | 'icon' | 'title'> & Partial<View>): View {
  return {
    status: 200,
    leads: [],
    facts: [],
    person: false,
    after: [],
    answered: false,
    small: [],
    values: {},
    ...told,
  };
}
