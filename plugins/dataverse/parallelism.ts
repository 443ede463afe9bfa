/**
 * How many requests at once Dataverse recommends for this environment: the header `x-ms-dop-hint` (Service protection API limits,
 * "Optimum degree of parallelism"). dynamics-web-api shows no headers, so this is one plain request. It is advice: undefined
 * when it cannot be had.
 */
export async function recommendedParallelism(
  url: string,
  token: () => Promise<string>,
): Promise<number | undefined> {
  try {
    const response = await fetch(new URL('/api/data/v9.2/WhoAmI', url), {
      headers: { authorization: `Bearer ${await token()}`, accept: 'application/json' },
      signal: AbortSignal.timeout(10_000),
    });
    await response.arrayBuffer();
    const hint = Number(response.headers.get('x-ms-dop-hint'));
    return Number.isInteger(hint) && hint > 0 ? hint : undefined;
  } catch {
    return undefined;
  }
}
