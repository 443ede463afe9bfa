import { useSignal } from '@preact/signals';
import type { Host } from '../host/host.js';
import { Icon } from '../icons/Icon.js';
import { Panel } from '../popup/Panel.js';
import { languages } from '../strings/languages.js';
import { chooseTheme, readTheme, themes, type Theme } from './theme.js';
import { pageSizes, writeUserSettings, type UserSettings } from './userSettings.js';
import { messageOf } from '../host/messageOf.js';

const themeTexts: Readonly<Record<Theme, string>> = {
  system: 'shell.themeSystem',
  light: 'shell.themeLight',
  dark: 'shell.themeDark',
};

/** The user's settings: language and page size, kept with the user, and the theme, kept in this browser. */
export function SettingsPanel({ host }: { readonly host: Host }) {
  const theme = useSignal(readTheme());
  return (
    <Panel
      buttonClass="header-button"
      buttonId="settingsButton"
      label={host.text('shell.settings')}
      button={<Icon name="settings" />}
    >
      <fieldset class="panel-choices">
        <legend>
          <Icon name="language" />
          {host.text('shell.language')}
        </legend>
        {languages.map(({ code, name, tag }) => (
          <label key={code}>
            <input
              type="radio"
              name="language"
              value={code}
              checked={code === host.definition.user.languageCode}
              onChange={() => void change(host, { uilanguageid: code })}
            />
            <span lang={tag}>{name}</span>
          </label>
        ))}
      </fieldset>
      <fieldset class="panel-choices">
        <legend>
          <Icon name="menu" />
          {host.text('shell.rowsPerPage')}
        </legend>
        {pageSizes.map((size) => (
          <label key={size}>
            <input
              type="radio"
              name="rowsPerPage"
              value={size}
              checked={size === host.definition.user.rowsPerPage}
              onChange={() => void change(host, { paginglimit: size })}
            />
            <span>{size}</span>
          </label>
        ))}
      </fieldset>
      <fieldset class="panel-choices">
        <legend>
          <Icon name="theme" />
          {host.text('shell.theme')}
        </legend>
        {themes.map((choice) => (
          <label key={choice}>
            <input
              type="radio"
              name="theme"
              value={choice}
              checked={choice === theme.value}
              onChange={() => {
                theme.value = choice;
                chooseTheme(choice);
              }}
            />
            <span>{host.text(themeTexts[choice])}</span>
          </label>
        ))}
      </fieldset>
    </Panel>
  );
}

/** The definition has texts and settings in it, so the page is loaded again; a dirty form is asked for first. */
async function change(host: Host, settings: UserSettings): Promise<void> {
  const { guard } = host.navigation;
  if (guard !== undefined && !(await guard())) return;
  try {
    await writeUserSettings(host, settings);
    window.location.reload();
  } catch (error) {
    await host.dialogs.error({ message: messageOf(error) });
  }
}
