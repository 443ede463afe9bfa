/** Where the service gets its access tokens from. */
export interface TokenSource {
  /**
   * A token for Dataverse; from memory while it is good.
   * @param renew true: get a new one all the same, Dataverse did not accept the last
   * @throws InvitationError INV_SIGN_IN_FAILED, INV_SIGN_IN_UNREACHABLE
   */
  token(renew?: boolean): Promise<string>;
}
