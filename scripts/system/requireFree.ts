import { createServer } from 'node:net';
import { Mistake } from '../command/mistake.js';

/**
 * Makes sure that the ports can be listened on, before anything is started.
 *
 * @param ports port by what it is for: `{ dataverse: 5800 }`
 * @throws Mistake naming the port that is taken, and what to do
 */
export async function requireFree(ports: Readonly<Record<string, number>>): Promise<void> {
  for (const [purpose, port] of Object.entries(ports)) {
    if (!(await isFree(port))) {
      throw new Mistake(
        `Port ${port} is taken, perhaps by another npm start. Stop what uses it, or choose another: npm start -- --${purpose}-port=N`,
      );
    }
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
