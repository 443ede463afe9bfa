/**
 * Everything that can go wrong, in one place. A code is stable: scripts, alerts and the manual refer to it. A message is
 * one or two sentences for an admin: what happened, then what to do. `{name}` is filled from the error's details; details
 * never hold a secret, an invitation code or a mail address.
 */
export const catalogue = {
  // Starting: the service's own configuration
  INV_CONFIG_INVALID:
    'The configuration of the service is wrong: {problems}. Correct the environment variables and start again.',
  INV_CERTIFICATE_UNREADABLE:
    'The certificate in AZURE_CLIENT_CERTIFICATE_PATH cannot be used: {reason}. Give the path of a PEM file that holds the certificate and its private key.',
  INV_PORT_UNAVAILABLE:
    'The service cannot listen on port {port}: {reason}. Stop what uses the port or set {variable} to another one.',

  // Signing in
  INV_SIGN_IN_FAILED:
    'Signing in to Microsoft Entra ID failed: {reason}. Check AZURE_TENANT_ID, AZURE_CLIENT_ID and the secret, certificate or federated credential.',
  INV_FEDERATED_TOKEN_UNAVAILABLE:
    'There is no federated token to sign in with: {reason}. Check what the platform provides (AZURE_FEDERATED_TOKEN_FILE).',
  INV_SIGN_IN_UNREACHABLE:
    'The identity provider at {authority} does not answer: {reason}. Check the network; a running service tries again by itself.',

  // Talking to Dataverse
  INV_DATAVERSE_UNREACHABLE:
    'Dataverse at {url} does not answer: {reason}. Check DATAVERSE_URL and the network; a running service tries again by itself.',
  INV_DATAVERSE_UNAUTHORIZED:
    'Dataverse at {url} does not accept the token of the service. Check that DATAVERSE_URL and AZURE_TENANT_ID belong together and that the environment has an application user for AZURE_CLIENT_ID.',
  INV_DATAVERSE_FORBIDDEN:
    'Dataverse refused {operation}: {reason}. Give the application user the security role "Invitation Service" and the column security profile "Invitation Code Service".',
  INV_DATAVERSE_BUSY:
    'Dataverse is limiting the service and has not accepted {operation} for {seconds} s. Lower INVITATIONS_CONCURRENCY or add another application user; a running service tries again by itself.',
  INV_DATAVERSE_FAULT:
    'Dataverse failed at {operation}: {reason}. This usually passes; a running service tries again by itself.',
  INV_DATAVERSE_REFUSED:
    'Dataverse refused {operation}: {reason}. Check that the solution in the environment has the version of this service.',
  INV_DATAVERSE_ANSWER_UNREADABLE:
    'Dataverse gave an answer to {operation} that cannot be read: {reason}. Check that DATAVERSE_URL is the address of an environment.',
  INV_OUTCOME_UNKNOWN:
    'Nobody can tell whether {operation} happened: {reason}. The service reads the rows again before it repeats anything.',

  // The solution and its settings
  INV_SOLUTION_MISSING:
    'The environment has no table {table}. Import the solution "Invitations for Dataverse"; the service keeps looking.',
  INV_SETTING_INVALID:
    'The settings in Dataverse are wrong: {problems}. Correct the environment variables of the solution; the service reads them again by itself.',
  INV_NOT_READY: 'The service is not ready: {reason}.',

  // Codes
  INV_CODE_GENERATION_FAILED:
    'No free code was found for invitation {invitation} after {attempts} attempts. Send the invitation again; if it happens again, report it.',
  INV_CODE_UNREADABLE:
    'The service may not read and write invitation codes. Add its application user to the column security profile "Invitation Code Service"; until then nothing that hangs on a code is sent or answered.',
  INV_CODE_INVALID: 'This invitation code is not valid. Ask the person who invited you for a new invitation.',

  // Sending
  INV_TEMPLATE_MISSING:
    'There is no email template with the title "{title}". Import the solution again or set the environment variable inv_TemplateTitle to a title that exists.',
  INV_TEMPLATE_TOKEN_UNKNOWN:
    'The email template "{title}" uses {tokens}, which the service does not know. Correct the template; the manual lists the tokens.',
  INV_TEMPLATE_INVALID: 'The email template "{title}" cannot be read: {reason}. Correct the template.',
  INV_TEMPLATE_EMPTY: 'The email template "{title}" has no {part}. Fill it in.',
  INV_TEMPLATE_LINK_MISSING:
    'The email template "{title}" does not contain {{link}}, so nobody could follow the invitation. Put {{link}} into it.',
  INV_SEND_REFUSED: 'Dataverse refused the mail of invitation {invitation}: {reason}.',

  // Redeeming
  INV_REDEEMER_NOT_INVITED: 'This invitation is for somebody else. Sign in as the person who was invited.',
  INV_REDEEMER_INACTIVE:
    'Your contact is inactive, so the invitation cannot be redeemed. Ask the person who invited you.',
  INV_REDEEMER_MISSING: 'The redemption request names no contact. Set inv_contactid on the request.',
  INV_TOO_MANY_ATTEMPTS: 'Too many attempts to redeem have failed. Wait {seconds} s and try again.',
  INV_REDEMPTION_REFUSED: 'Dataverse refused the redemption of invitation {invitation}: {reason}.',
  INV_REDEMPTION_CONTENDED:
    'The invitation {invitation} changed {attempts} times while it was being redeemed. The service tries again.',
  INV_IDENTITY_TAKEN:
    'The contact belongs to another account already. Sign in with that account, or ask the person who invited you.',
  INV_WORKFLOW_NOT_STARTABLE:
    'The workflow of invitation {invitation} cannot be started: {reason}. Choose an activated on-demand background workflow for contacts.',
  INV_WORKFLOW_FAILED:
    'The workflow of invitation {invitation} could not be started: {reason}. The service tries again.',

  // The doors: redemption page and API
  INV_DOOR_NOT_READY: 'The service cannot answer at this moment. Try again in a minute.',
  INV_PROVIDER_UNKNOWN: 'There is no such identity provider. Start again from the link in your mail.',
  INV_PROVIDER_UNREACHABLE:
    'The identity provider "{provider}" does not answer: {reason}. Try again later; if it goes on, check its issuer in the configuration of the service.',
  INV_VISITOR_NOT_SIGNED_IN:
    'Signing in at "{provider}" did not work: {reason}. Start again from the link in your mail.',
  INV_FORM_REFUSED: 'This form is too old or does not come from this page. Open the page again.',
  INV_RETURN_ADDRESS_REFUSED:
    'The return address leads to a site that is not allowed. Add its origin to INVITATIONS_RETURN_ORIGINS.',
  INV_API_UNAUTHORIZED:
    'The request has no valid API key or token of an allowed issuer. Send it as "Authorization: Bearer …".',
  INV_API_REQUEST_INVALID:
    'The request cannot be understood: {problems}. The description is at /api/openapi.json.',
  INV_IDEMPOTENCY_KEY_REUSED:
    'This Idempotency-Key was used for another request. Take a new key for a new request.',
} as const;

/** A stable error code: `INV_TEMPLATE_MISSING`. */
export type ErrorCode = keyof typeof catalogue;
