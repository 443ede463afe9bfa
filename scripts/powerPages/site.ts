/** A language of a site. */
export interface SiteLanguage {
  /** As file names have it: `en-US`. */
  readonly code: string;
  /** adx_websitelanguageid. */
  readonly id: string;
}

/** What of a Power Pages site our records point to. */
export interface Site {
  /** adx_websiteid. The ids of our records are made of it: two sites of an environment have rows of their own. */
  readonly websiteId: string;
  /** The Home page, below which the redemption page lies. */
  readonly homePageId: string;
  /** The publishing state in which everybody sees a page. */
  readonly publishedStateId: string;
  /** The web role that everybody has who is signed in. */
  readonly authenticatedRoleId: string;
  readonly languages: readonly SiteLanguage[];
}

/** Stands for the site in solution/power-pages/site, which shows what a site gets: names in capitals are ids of its own. */
export const exampleSite: Site = {
  websiteId: 'ID_OF_WEBSITE',
  homePageId: 'ID_OF_PAGE_HOME',
  publishedStateId: 'ID_OF_PUBLISHING_STATE_PUBLISHED',
  authenticatedRoleId: 'ID_OF_WEB_ROLE_AUTHENTICATED_USERS',
  languages: ['en-US', 'de-DE', 'fr-FR', 'es-ES'].map((code) => ({
    code,
    id: `ID_OF_WEBSITE_LANGUAGE_${code.slice(0, 2).toUpperCase()}`,
  })),
};
