/** How the service proves who it is. One of three. */
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
      readonly kind: 'managedIdentity';
      /** Client id of a user-assigned identity; left out: the system-assigned one. */
      readonly clientId?: string;
    };
