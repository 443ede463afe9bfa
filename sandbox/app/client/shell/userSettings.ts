import type { Host } from '../host/host.js';

/** Sizes of a page that Personal Options offers. */
export const pageSizes = [25, 50, 75, 100, 250] as const;

/** What the app lets users choose of their settings, by the columns of `usersettings`: LCID of the language, rows on a page. */
export type UserSettings = { readonly uilanguageid: number } | { readonly paginglimit: number };

/**
 * Writes a choice to the user's settings, as Personal Options does.
 * @throws ApiError when it is refused
 */
export async function writeUserSettings(host: Host, settings: UserSettings): Promise<void> {
  await host.api.send({
    method: 'PATCH',
    path: `usersettingscollection(${host.definition.user.id})`,
    body: settings,
  });
}
