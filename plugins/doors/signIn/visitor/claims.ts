/** What a provider says of somebody: the claims of an id token whose signature has been checked, and of the userinfo endpoint. */
export type Claims = Readonly<Record<string, unknown>>;

/** Claims about the address: they count only together, as one document says them. */
const ofAddress = ['email', 'email_verified', 'xms_edov'] as const;

/** True when the id token says nothing of an address. */
export const lacksEmail = ({ email }: Claims): boolean => email === undefined;

/**
 * The claims of an id token without an address, and those of the userinfo endpoint about the same subject. What the id token says wins;
 * of the address it must not say a word, or its "verified" would be said of another one.
 */
export function joined(idToken: Claims, userInfo: Claims): Claims {
  const about = Object.entries(idToken).filter(([claim]) => !ofAddress.some((name) => name === claim));
  return { ...userInfo, ...Object.fromEntries(about) };
}
