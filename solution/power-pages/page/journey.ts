/** What the page keeps of a visit: over the sign-in, which leaves it, and over a reload. */
export interface Journey {
  /** The code, as long as it has not been sent. */
  readonly code?: string | undefined;
  /** Address of this site to go on to. */
  readonly returnTo?: string | undefined;
  /** The request that was written, and by which contact. */
  readonly request?: { readonly id: string; readonly contact: string } | undefined;
}

const key = 'inv.redemption';

/**
 * Keeps it in the session storage: of this site and this tab alone, gone when the tab is closed, and never sent to anybody. Where a
 * browser has none to give, the visit is forgotten at the next page, and the visitor types the code.
 */
export function keepJourney(journey: Journey): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(journey));
  } catch {
    // Told above.
  }
}

/** What was kept; an empty journey when nothing was. */
export function keptJourney(): Journey {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '{}') as Journey;
  } catch {
    return {};
  }
}
