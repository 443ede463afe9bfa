/** Why a form was not saved. The user has been told, unless a handler prevented it. */
export class SaveError extends Error {
  override readonly name = 'SaveError';

  constructor(
    message: string,
    /** What stopped it. */
    readonly reason: 'invalid' | 'prevented' | 'refused' | 'over',
    /** Dataverse's error code as scripts get it, a signed 32-bit number; 0 where the server was not asked. */
    readonly errorCode = 0,
  ) {
    super(message);
  }
}
