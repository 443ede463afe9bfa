import type { english } from './english.js';

/** A text under every name that the English table has: a missing or a superfluous one does not compile. */
export type Strings = Readonly<Record<keyof typeof english, string>>;
