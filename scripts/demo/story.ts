import { styleText } from 'node:util';

/** Prints the demonstration and keeps the score: one wrong outcome and it has failed. */
export class Story {
  #wrong = 0;
  #right = 0;
  #scenes = 0;

  scene(title: string): void {
    this.#scenes += 1;
    console.log(`\n${styleText('bold', `${this.#scenes}. ${title}`)}`);
  }

  /** Something that was done. */
  step(text: string): void {
    console.log(`   ${text}`);
  }

  /** What is to be seen now in Dataverse or in the mailbox. */
  shows(where: 'Dataverse' | 'mailbox', facts: Readonly<Record<string, unknown>>): void {
    const told = Object.entries(facts).map(([name, value]) => `${name}: ${value ?? '–'}`);
    console.log(styleText('gray', `     ${where.padEnd(9)} ${told.join(' · ')}`));
  }

  /** Compares an outcome with what it must be. */
  check(claim: string, actual: unknown, expected: unknown): void {
    if (JSON.stringify(actual) === JSON.stringify(expected)) {
      this.#right += 1;
      console.log(`   ${styleText('green', '✓')} ${claim}`);
    } else {
      this.#wrong += 1;
      console.log(`   ${styleText('red', '✗')} ${claim}`);
      console.log(`     expected ${JSON.stringify(expected)}, found ${JSON.stringify(actual)}`);
    }
  }

  /** The last line. @returns the process's exit code: 0 only if every outcome was right */
  end(): number {
    const score = `${this.#right} of ${this.#right + this.#wrong} outcomes were right in ${this.#scenes} scenes.`;
    console.log(`\n${styleText(this.#wrong ? 'red' : 'green', score)}\n`);
    return this.#wrong ? 1 : 0;
  }
}
