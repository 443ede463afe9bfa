import { webApi } from '../../system/webApi.js';

/** The systemuserid of whoever a token belongs to. */
export async function userIdOf(url: string, token: string): Promise<string> {
  const { UserId } = await webApi(url, token).get('WhoAmI');
  return String(UserId);
}
