/** Style sheets are imported for what they do to the bundle: they have no values. */
declare module '*.css';
