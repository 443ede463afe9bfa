/**
 * Does work that cleans up after itself, through a Ctrl-C: the terminal ends the program that runs at the moment, the work fails, and
 * what follows a failure still happens. A second Ctrl-C ends everything.
 */
export async function uninterrupted<T>(work: () => Promise<T>): Promise<T> {
  const ignore = (): void => undefined;
  process.once('SIGINT', ignore);
  try {
    return await work();
  } finally {
    process.off('SIGINT', ignore);
  }
}
