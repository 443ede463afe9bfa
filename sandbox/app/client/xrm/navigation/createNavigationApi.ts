import type { AlertOptions, ConfirmOptions, ErrorOptions, Host } from '../../host/host.js';
import { failClosed } from '../failClosed.js';
import { answering } from '../scriptError.js';
import { navigateTo } from './navigateTo.js';
import { openForm } from './openForm.js';

interface DialogSize {
  readonly width?: number;
  readonly height?: number;
}

/** Xrm.Navigation: forms, lists, dialogs and addresses. */
export function createNavigationApi(host: Host): object {
  return failClosed('Xrm.Navigation', {
    openForm: (...[options, parameters]: Rest<typeof openForm>) =>
      answering(() => openForm(host, options, parameters)),
    navigateTo: (...[input, options]: Rest<typeof navigateTo>) =>
      answering(() => navigateTo(host, input, options)),
    openConfirmDialog: (strings: ConfirmOptions, size: DialogSize = {}) =>
      answering(async () => {
        const { confirmed } = await host.dialogs.confirm({ ...strings, ...size });
        return { confirmed };
      }),
    openAlertDialog: (strings: AlertOptions, size: DialogSize = {}) =>
      answering(() => host.dialogs.alert({ ...strings, ...size })),
    openErrorDialog: (options: Partial<ErrorOptions>) => answering(() => openErrorDialog(host, options)),
    openUrl: (url: string) => host.openWindow(url),
  });
}

type Rest<Call> = Call extends (host: Host, ...rest: infer Others) => unknown ? Others : never;

/** At least one of message and errorCode is needed (openErrorDialog). */
function openErrorDialog(host: Host, options: Partial<ErrorOptions>): Promise<void> {
  const { message, errorCode } = options;
  if (message === undefined && errorCode === undefined) {
    throw new Error('openErrorDialog needs a message or an errorCode.');
  }
  return host.dialogs.error({ ...options, message: message ?? host.text('host.errorCode', errorCode ?? 0) });
}
