import { messageOf } from '../host/messageOf.js';
/** What promises of `Xrm` reject with: a plain object, no Error. */
export interface ScriptError {
  /** Dataverse's code as a positive number: 0x80040217 is 2147746327; 0 when there is none. */
  readonly errorCode: number;
  readonly code: number;
  readonly message: string;
  readonly title: string;
  /** The answer's error as JSON text. */
  readonly raw: string;
}

/** A failure as scripts see it. Errors without a code are of the client. */
export function scriptError(error: unknown): ScriptError {
  const message = messageOf(error);
  const code = hasCode(error) ? Number(error.code) || 0 : 0;
  return {
    errorCode: code,
    code,
    message,
    title: '',
    raw: JSON.stringify({ code: hasCode(error) ? error.code : '', message }),
  };
}

function hasCode(error: unknown): error is { readonly code: string } {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string';
}

/** Runs what a script called; what it throws becomes the plain object. */
export async function answering<T>(run: () => Promise<T> | T): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw scriptError(error);
  }
}
