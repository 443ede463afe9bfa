import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { Mistake } from '../command/mistake.js';
import { filesBelow } from '../solution/filesBelow.js';
import type { Site } from './site.js';

const id = z.guid();
const website = z.looseObject({ adx_websiteid: id });
const publishingStates = z.array(
  z.looseObject({
    adx_publishingstateid: id,
    adx_isvisible: z.boolean().nullish(),
    adx_isdefault: z.boolean().nullish(),
  }),
);
const webRoles = z.array(
  z.looseObject({ adx_webroleid: id, adx_authenticatedusersrole: z.boolean().nullish() }),
);
const siteLanguages = z.array(z.looseObject({ adx_websitelanguageid: id, adx_portallanguageid: id }));
const portalLanguages = z.array(z.looseObject({ adx_portallanguageid: id, adx_languagecode: z.string() }));
const page = z.looseObject({
  adx_webpageid: id,
  adx_isroot: z.boolean().nullish(),
  adx_partialurl: z.string(),
  adx_parentpageid: z.string().nullish(),
});

/**
 * Reads of a downloaded site what our records point to.
 *
 * @param folder what `pac pages download` made: the one with website.yml
 * @throws Mistake when it is none, or lacks something
 */
export function readSite(folder: string): Site {
  const read = <T>(file: string, shape: z.ZodType<T>): T => {
    const path = join(folder, file);
    if (!existsSync(path)) {
      throw new Mistake(
        `${path} does not exist. Name the folder that \`pac pages download\` made, the one with website.yml.`,
      );
    }
    const found = shape.safeParse(parse(readFileSync(path, 'utf8')));
    if (!found.success) throw new Mistake(`${path}: ${z.prettifyError(found.error)}`);
    return found.data;
  };
  const one = <T>(found: T | undefined, what: string): T => {
    if (found === undefined) throw new Mistake(`${folder}: the site has no ${what}.`);
    return found;
  };

  const { adx_websiteid: websiteId } = read('website.yml', website);
  const visible = read('publishingstate.yml', publishingStates).filter(
    (state) => state.adx_isvisible === true,
  );
  const published = visible.find((state) => state.adx_isdefault === true) ?? visible[0];
  const authenticated = read('webrole.yml', webRoles).find(
    (role) => role.adx_authenticatedusersrole === true,
  );
  const codes = new Map(
    read('.portalconfig/portallanguage.yml', portalLanguages).map((language) => [
      language.adx_portallanguageid,
      language.adx_languagecode,
    ]),
  );
  const home = filesBelow(join(folder, 'web-pages'))
    .filter(({ path }) => path.endsWith('.webpage.yml') && !path.includes('/content-pages/'))
    .map(({ path }) => read(`web-pages/${path}`, page))
    .find((found) => found.adx_isroot === true && found.adx_partialurl === '/' && !found.adx_parentpageid);

  return {
    websiteId,
    homePageId: one(home, 'Home page').adx_webpageid,
    publishedStateId: one(published, 'publishing state that visitors see').adx_publishingstateid,
    authenticatedRoleId: one(authenticated, 'web role for authenticated users').adx_webroleid,
    languages: read('websitelanguage.yml', siteLanguages).map((language) => ({
      id: language.adx_websitelanguageid,
      code: one(codes.get(language.adx_portallanguageid), `portal language ${language.adx_portallanguageid}`),
    })),
  };
}
