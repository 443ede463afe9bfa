/** The organization's idea of now. Tests and the admin endpoint move it; nothing in the sandbox calls Date.now(). */
export class Clock {
  #offset = 0;

  /** The organization's time. */
  now(): Date {
    return new Date(Date.now() + this.#offset);
  }

  /** Moves the clock so that it reads `to` now and goes on from there. */
  set(to: Date): void {
    this.#offset = to.getTime() - Date.now();
  }

  /** Moves the clock by a number of milliseconds; negative goes back. */
  advance(milliseconds: number): void {
    this.#offset += milliseconds;
  }
}
