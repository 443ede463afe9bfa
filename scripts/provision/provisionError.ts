/** Why an environment cannot be given the schema. The message is for people and says what to do. */
export class ProvisionError extends Error {
  override readonly name = 'ProvisionError';
}
