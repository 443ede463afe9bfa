import type { Plugin } from '../../contract/plugin.js';

/** Told of the rows of a plugin. */
export interface RowObserver {
  began(plugin: string): void;
  /** @param word what the row ended with; undefined: an exception */
  ended(plugin: string, word: string | undefined): void;
}

/** The same plugin, of whose rows somebody is told. */
export function observedPlugin(plugin: Plugin, observer: RowObserver): Plugin {
  return {
    ...plugin,
    async run(row, context) {
      let word: string | undefined;
      observer.began(plugin.name);
      try {
        word = await plugin.run(row, context);
        return word;
      } finally {
        observer.ended(plugin.name, word);
      }
    },
  };
}
