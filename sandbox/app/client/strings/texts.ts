import { chart } from './chart.js';
import { commands } from './commands.js';
import { dashboard } from './dashboard.js';
import { form } from './form.js';
import { grid } from './grid.js';
import { host } from './host.js';
import { model } from './model.js';
import { shell } from './shell.js';
import type { Texts } from './text.js';

/** The app's own words, by area: `commands.save`. A language that the app does not speak gets English. */
export const texts = { chart, commands, dashboard, form, grid, host, model, shell } as const satisfies Record<
  string,
  Texts
>;
