/**
 * Somebody who has signed in at an identity provider that this system trusts. Only what the provider vouches for: an address it has not
 * verified is not here.
 */
export interface Visitor {
  /** Issuer of the identity token (`iss`), as the provider's discovery document spells it. */
  readonly issuer: string;
  /** The person at that issuer (`sub`): stable, unlike an address. */
  readonly subject: string;
  /** Address that the provider vouches for; undefined when it has none, or does not vouch. */
  readonly verifiedEmail?: string;
  /** Names as the provider tells them: text of strangers. */
  readonly name?: string;
  readonly givenName?: string;
  readonly familyName?: string;
  /** What people call the provider: `Contoso`, `Google`. */
  readonly provider: string;
}
