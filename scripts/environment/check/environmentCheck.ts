/** What one check found. */
export interface EnvironmentCheck {
  /** What was looked at: `solution`, `application user`. */
  readonly name: string;
  /**
   *  ok       as it must be
   *  failed   the product does not work like this
   *  warning  it works, with a loss that is named
   *  unknown  it could not be seen, mostly for lack of rights
   */
  readonly state: CheckState;
  /** What is there, in words. */
  readonly found: string;
  /** The place or the command that mends it; there whenever the state is not `ok`. */
  readonly mend?: string;
}

export type CheckState = 'ok' | 'failed' | 'warning' | 'unknown';
