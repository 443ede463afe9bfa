/** An application registered with the sandbox's identity provider: a client that may ask for tokens. */
export interface Application {
  /** Application (client) id; the application user's `applicationid`. GUID, lower case. */
  readonly clientId: string;
  readonly secret?: string;
  /** X.509 certificates, PEM, whose private key the client signs its assertions with. */
  readonly certificates?: readonly string[];
}

/** Finds an application by its client id, in any case. */
export function findApplication(
  applications: readonly Application[],
  clientId: string,
): Application | undefined {
  return applications.find((application) => application.clientId.toLowerCase() === clientId.toLowerCase());
}
