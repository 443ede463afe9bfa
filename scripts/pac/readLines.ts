import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** The lines of a stream, as they come. */
export interface Lines {
  /** Resolves when the stream has ended, or was stopped. */
  readonly ended: Promise<void>;
  /** Reads no further, whoever still holds the other end. */
  stop(): void;
}

export function readLines(stream: Readable, onLine: (line: string) => void): Lines {
  const reader = createInterface({ input: stream });
  reader.on('line', onLine);
  return {
    ended: new Promise((resolve) => reader.once('close', resolve)),
    stop() {
      reader.close();
      stream.destroy();
    },
  };
}
