import type * as CliWrapper from '@microsoft/powerplatform-cli-wrapper';

/** The actions of the CLI wrapper that this project calls. */
export type Wrapper = Pick<typeof CliWrapper, 'actions'>;

/** The CLI wrapper, where it is installed. An installed one that cannot be loaded throws what it throws. */
export async function loadWrapper(): Promise<Wrapper | undefined> {
  try {
    return await import('@microsoft/powerplatform-cli-wrapper');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** The package itself, not one that it needs. Told by the message: the code is lost where a loader of its own resolves modules. */
const isMissing = (error: unknown): boolean =>
  /^Cannot find \w+ '@microsoft\/powerplatform-cli-wrapper'/.test(
    String((error as { readonly message?: unknown }).message),
  );
