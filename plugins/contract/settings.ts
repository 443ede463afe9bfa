/** The makers' settings: the solution's environment variables, read from Dataverse and checked. */
export interface Settings {
  /** Base address of the site, without a trailing slash: `https://contoso.powerappsportals.com`. */
  readonly siteUrl: string;
  /** Path and query of the redemption page with `{code}` where the code goes: `/register?invitation={code}`. */
  readonly redemptionPath: string;
  /** IANA time zone in which expiry dates end. Default UTC. */
  readonly timeZone: string;
  /** Days after creation until an invitation without an expiry date expires; 0 = never. Default 0. */
  readonly defaultExpiryDays: number;
  /** Who may redeem: an invited contact only, or anyone who holds the code. Default invited. */
  readonly redeemerPolicy: 'invited' | 'anyone';
  /**
   * How a visitor becomes an invited contact who has no linked identity yet: by an address that the identity provider has verified
   * alone, or also by holding the code of a single invitation. Default verifiedEmail.
   */
  readonly linkingPolicy: 'verifiedEmail' | 'code';
  /** What happens to a redeeming contact who belongs to another account already. Default keep. */
  readonly accountPolicy: 'keep' | 'replace';
  /** Name of the queue that sends where the owner cannot (a team, an application user); empty = none. */
  readonly senderQueue: string;
  /** Title of the email template; there is one record for each language. Default Invitation. */
  readonly templateTitle: string;
  /** Logical name of the contact column that holds the preferred language as an LCID; empty = base language for all. */
  readonly contactLanguageColumn: string;
}
