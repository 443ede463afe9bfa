/** Why a deployment does not go on: sentences that say what to do. */
export class DeployError extends Error {
  override readonly name = 'DeployError';
}
