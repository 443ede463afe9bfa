import { fileURLToPath } from 'node:url';
import { bundleService } from './build/bundleService.js';

/** `npm run service:build` makes dist/service/main.js, the service in one file: `node dist/service/main.js`. */
const path = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url));
const bytes = await bundleService(path('plugins/host/main.ts'), path('dist/service/main.js'));
console.log(
  `dist/service/main.js: ${(bytes / 1e6).toFixed(1)} MB. It needs Node and nothing else: node dist/service/main.js`,
);
