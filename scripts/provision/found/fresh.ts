/** Asks for definitions as they are now; without it a server may answer from a cache that is minutes old (Web API: query table definitions). */
export const fresh = { Consistency: 'Strong' } as const;
