import { render } from 'preact';
import type { AppDefinition } from '../definition/definition.js';
import { createHost } from './host/createHost.js';
import { browserPlatform } from './host/browserPlatform.js';
import { languageTag } from './strings/languages.js';
import { createOpenModels } from './shell/openModels.js';
import { Shell } from './shell/Shell.js';
import { applyTheme, readTheme } from './shell/theme.js';
import { NotSignedIn, readDefinition } from './start/readDefinition.js';
import { StartFailure } from './start/StartFailure.js';
import { createXrm } from './xrm/createXrm.js';
import './style/base.css';
import './style/controls.css';
import './style/start.css';
import './style/shell.css';
import './style/siteMap.css';
import './style/menu.css';
import './style/list.css';
import './style/pane.css';
import './style/grid.css';
import './style/gridCards.css';
import './style/chart.css';
import './style/dashboard.css';
import './style/dialog.css';
import './style/notification.css';
import './style/commands.css';
import './style/form.css';

/** The app in the browser: reads its definition, installs `Xrm` for the solutions' scripts and draws the shell. */
async function start(root: HTMLElement): Promise<void> {
  applyTheme(readTheme());
  try {
    show(root, await readDefinition());
  } catch (error) {
    if (error instanceof NotSignedIn) return signIn();
    showFailure(root, error);
  }
}

function show(root: HTMLElement, definition: AppDefinition): void {
  document.documentElement.lang = languageTag(definition.user.languageCode);
  const host = createHost(definition, browserPlatform(window));
  const models = createOpenModels();
  const xrm = createXrm(host, {
    currentForm: () => models.form.value,
    currentGrid: () => models.grid.value,
  });
  Object.assign(window, { Xrm: xrm });
  render(<Shell host={host} models={models} />, root);
}

/** The sign-in page leads back to the page that was asked for. */
function signIn(): void {
  const { pathname, search } = window.location;
  const parameters = new URLSearchParams({ return: `${pathname}${search}` });
  window.location.assign(`/sign-in?${parameters.toString()}`);
}

function showFailure(root: HTMLElement, error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error);
  render(
    <StartFailure reason={reason} language={navigator.language} onRetry={() => window.location.reload()} />,
    root,
  );
}

const root = document.getElementById('app');
if (root === null) throw new Error('The page has no element #app.');
void start(root);
