import { webDarkTheme, webLightTheme, type Theme } from '@fluentui/tokens';

/** Motion is left out: the app has none. */
const kinds = /^(color|borderRadius|strokeWidth|font|lineHeight|shadow|spacing)/;

/**
 * Fluent's values as CSS variables of the same names: `--colorBrandBackground`. Light, unless the browser prefers dark;
 * `data-theme="light"` or `"dark"` on the root element decides for itself.
 */
export function tokensCss(): string {
  const light = valuesOf(webLightTheme);
  const dark = valuesOf(webDarkTheme).filter(([name, value]) => new Map(light).get(name) !== value);
  const darkRules = rules('dark', dark);
  return [
    `:root {${rules('light', light)}}`,
    `@media (prefers-color-scheme: dark) { :root:not([data-theme='light']) {${darkRules}} }`,
    `:root[data-theme='dark'] {${darkRules}}`,
    '',
  ].join('\n');
}

function valuesOf(theme: Theme): readonly (readonly [string, string])[] {
  return Object.entries(theme)
    .filter(([name]) => kinds.test(name))
    .map(([name, value]) => [name, String(value)] as const);
}

function rules(scheme: string, values: readonly (readonly [string, string])[]): string {
  const variables = values.map(([name, value]) => `--${name}: ${value};`);
  return ['', `color-scheme: ${scheme};`, ...variables, ''].join('\n');
}
