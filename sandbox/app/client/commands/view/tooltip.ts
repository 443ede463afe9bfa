import type { CommandItem } from '../commandBarModel.js';

/** What a command's tooltip says: its title, and below it the description. */
export function tooltip({ title, description }: Pick<CommandItem, 'title' | 'description'>): string {
  return [title, description].filter((line) => line !== '').join('\n');
}
