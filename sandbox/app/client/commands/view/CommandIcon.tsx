import { Icon } from '../../icons/Icon.js';
import { WebResourceIcon } from '../../icons/WebResourceIcon.js';
import type { CommandItem } from '../commandBarModel.js';

/** What stands before a command's label. */
export function CommandIcon({ icon }: Pick<CommandItem, 'icon'>) {
  return icon.kind === 'own' ? <Icon name={icon.name} /> : <WebResourceIcon name={icon.name} />;
}
