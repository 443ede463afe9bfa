import { fileURLToPath } from 'node:url';
import { openStudio } from './screenshots/studio.js';
import { inviteMany } from './screenshots/scenes/inviteMany.js';
import { inviteOne } from './screenshots/scenes/inviteOne.js';
import { looks } from './screenshots/scenes/looks.js';
import { overview } from './screenshots/scenes/overview.js';
import { redemptionPage } from './screenshots/scenes/redemptionPage.js';

/** `npm run screenshots`: walks through the running product and makes the pictures of the documents, docs/images. */
const studio = await openStudio(fileURLToPath(new URL('../docs/images/', import.meta.url)));
try {
  for (const scene of [inviteOne, inviteMany, overview, looks, redemptionPage]) await scene(studio);
} finally {
  await studio.close();
}
