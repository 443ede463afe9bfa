// Lets `node --import ./ts-node-register.mjs file.ts` run TypeScript. Types are checked by `npm run typecheck`, not here.
import { register } from 'node:module';

register('ts-node/esm', import.meta.url);
