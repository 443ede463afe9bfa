import type { Language } from '../../../../plugins/doors/page/language/languages.js';
import type { TextKey } from '../../../../plugins/doors/page/language/texts/english.js';
import type { SystemWithDoors } from '../../../../scripts/system/startWithDoors.js';
import type { Person } from '../people.js';
import type { Window } from '../window.js';

/** Somebody at a window, on the way to an outcome. */
export interface Scene {
  readonly system: SystemWithDoors;
  readonly window: Window;
  /** A contact whom nobody has invited yet. */
  readonly person: Person;
  readonly language: Language;
}

/** Something that can come of following a link, and how a reader learns it. */
export interface Outcome {
  readonly name: string;
  /** True: the person has signed in before. */
  readonly signedIn: boolean;
  /** What the page says it shows. */
  readonly state: string;
  /** HTTP status; 200 unless given. */
  readonly status?: number;
  /** Texts that stand on the page. */
  readonly texts: readonly TextKey[];
  /** What somebody who speaks the language would look for, in words of their own. */
  readonly human: Readonly<Record<Language, string>>;
  /** Goes there. @returns the code that was used; '' without one */
  reach(scene: Scene): Promise<string>;
}
