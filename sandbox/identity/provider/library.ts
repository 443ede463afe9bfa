import type * as library from 'oidc-provider';

/** What oidc-provider says of a Node version that it is not tested with; this provider is for one machine. */
const aboutRuntime = /^oidc-provider WARNING: Unsupported runtime/;

/** Loads oidc-provider without its sentence about the Node version: it would stand in every terminal that starts the sandbox. */
export async function loadLibrary(): Promise<typeof library> {
  const { warn } = console;
  console.warn = (...said: unknown[]) => {
    if (!aboutRuntime.test(String(said[0]))) warn.apply(console, said);
  };
  try {
    return await import('oidc-provider');
  } finally {
    console.warn = warn;
  }
}
