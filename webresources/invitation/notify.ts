import { guid } from '../rows/guid.js';

/** All notifications of these commands share an id, so that the next one replaces the one before. */
const notificationId = 'inv.send';

/** True while the form shows the row it showed: contexts die with their visit, and then have no id. */
export function shows(form: Xrm.FormContext, id: string): boolean {
  try {
    return guid(form.data.entity.getId()) === id;
  } catch {
    return false;
  }
}

/**
 * Reads the form again and says on it what has happened. What people have typed meanwhile is not thrown away: then the form
 * stays as it is. Nothing happens when they have left.
 */
export async function notify(
  form: Xrm.FormContext,
  id: string,
  message: string,
  level: 'ERROR' | 'WARNING' | 'INFO',
): Promise<void> {
  if (!shows(form, id)) return;
  // The write is done; a form that cannot be read again is no reason to say that it failed.
  if (!form.data.getIsDirty()) await Promise.resolve(form.data.refresh(false)).catch(() => undefined);
  if (!shows(form, id)) return;
  form.ui.clearFormNotification(notificationId);
  form.ui.setFormNotification(message, level, notificationId);
}
