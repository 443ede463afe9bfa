import type { AppDefinition } from '../../definition/definition.js';
import { readPrefill } from '../values/prefill.js';
import { createApi } from './createApi.js';
import { createDialogs } from './createDialogs.js';
import { createNavigation } from './createNavigation.js';
import { createNotifications } from './createNotifications.js';
import { createProgress } from './createProgress.js';
import { createSessionReminder } from './createSessionReminder.js';
import { createScripts } from './createScripts.js';
import { createText } from './createText.js';
import type { Dialogs, Host, Page } from './host.js';
import { addressOf, homePage, readAddress } from './pageAddress.js';
import type { Platform } from './platform.js';
import { messageOf } from './messageOf.js';

/**
 * The app's host for one definition: it shows the page that the address names. An address that names none, or one with
 * unknown parameters, shows the first list of the site map, and for the latter an error dialog, as the real app does.
 */
export function createHost(definition: AppDefinition, platform: Platform): Host {
  const text = createText(definition.user.languageCode);
  const dialogs = createDialogs();
  const notifications = createNotifications();
  const start = startPage(definition, platform.history.current().address, dialogs);
  return {
    definition,
    api: createApi(platform, text, createSessionReminder(notifications, platform, text)),
    navigation: createNavigation(platform.history, start, (page) => addressOf(definition, page)),
    dialogs,
    notifications,
    progress: createProgress(),
    scripts: createScripts(definition, platform),
    text,
    parseXml: (xml) => platform.parseXml(xml),
    openWindow: (url) => platform.openWindow(url),
  };
}

function startPage(definition: AppDefinition, address: string, dialogs: Dialogs): Page {
  try {
    return readAddress(definition, address, readPrefill);
  } catch (error) {
    void dialogs.error({ message: messageOf(error) });
    return homePage(definition);
  }
}
