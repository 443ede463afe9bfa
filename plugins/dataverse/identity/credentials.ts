/** How a program proves who it is. One of four. */
export type Credentials =
  | { readonly kind: 'secret'; readonly tenantId: string; readonly clientId: string; readonly secret: string }
  | {
      readonly kind: 'certificate';
      readonly tenantId: string;
      readonly clientId: string;
      /** PEM file with the certificate and its private key. */
      readonly path: string;
    }
  | {
      readonly kind: 'workloadIdentity';
      readonly tenantId: string;
      readonly clientId: string;
      /** Asked anew for each access token: these tokens live for minutes. */
      readonly federatedToken: FederatedToken;
    }
  | {
      readonly kind: 'managedIdentity';
      /** Client id of a user-assigned identity; left out: the system-assigned one. */
      readonly clientId?: string;
    };

/**
 * Gets a token by which a platform that the application trusts (its federated credentials in Microsoft Entra ID) says who runs here.
 * @throws InvitationError INV_FEDERATED_TOKEN_UNAVAILABLE
 */
export type FederatedToken = () => Promise<string>;
