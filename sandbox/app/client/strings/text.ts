/** A text of the app itself in each of its languages, by LCID. `{0}`, `{1}` … are filled in. */
export type Texts = Readonly<Record<string, Readonly<Record<1031 | 1033 | 1036 | 3082, string>>>>;
