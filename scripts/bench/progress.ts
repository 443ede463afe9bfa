/** Tells a person how far a benchmark is: `  1:05  sending: 25 ms, 1 identity`. */
export type Progress = (text: string) => void;

/** @param tell prints a line */
export function createProgress(tell: (line: string) => void): Progress {
  const started = Date.now();
  return (text) => {
    const seconds = Math.floor((Date.now() - started) / 1000);
    const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
    tell(`${clock.padStart(6)}  ${text}`);
  };
}
