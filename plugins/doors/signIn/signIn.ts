import type { Visitor } from '../../redeem/visitor.js';

/** What a sign-in that is under way must remember until the provider sends the person back: sealed into a cookie of that browser. */
export interface SignInState {
  /** `id` of the provider: an answer of another one is refused (mix-up). */
  readonly provider: string;
  readonly state: string;
  readonly nonce: string;
  /** PKCE. */
  readonly codeVerifier: string;
}

/** Sign-in with OpenID Connect at one of several providers: authorization code flow with PKCE, state and nonce. */
export interface SignIn {
  /** What the page shows a button for, in the order of the configuration. */
  readonly providers: readonly { readonly id: string; readonly name: string }[];
  /**
   * Origins that a sign-in form leads to, for `form-action` of the content security policy; of a provider not discovered yet, that of its
   * issuer, which is most often the same.
   */
  origins(): readonly string[];
  /**
   * @param choose let the person choose another account, even if signed in
   * @param language BCP 47 tag for the provider's pages (`ui_locales`)
   * @throws InvitationError INV_PROVIDER_UNKNOWN, INV_PROVIDER_UNREACHABLE
   */
  begin(
    provider: string,
    options: { readonly choose: boolean; readonly language: string },
  ): Promise<{ readonly location: string; readonly state: SignInState }>;
  /**
   * @param provider the one whose redirect address was called
   * @param answer the query the provider sent the person back with
   * @param state what `begin` gave to this browser; undefined when its cookie is gone
   * @throws InvitationError INV_VISITOR_NOT_SIGNED_IN, INV_PROVIDER_UNKNOWN, INV_PROVIDER_UNREACHABLE
   */
  finish(provider: string, answer: URLSearchParams, state: SignInState | undefined): Promise<Visitor>;
}
