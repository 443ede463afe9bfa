/** How the app looks: as the system wants it, light, or dark. */
export type Theme = 'system' | 'light' | 'dark';

export const themes: readonly Theme[] = ['system', 'light', 'dark'];

const key = 'theme';

/** The theme that this browser was told to use. A browser that keeps nothing follows the system. */
export function readTheme(): Theme {
  const kept = keptTheme();
  return themes.find((theme) => theme === kept) ?? 'system';
}

/** Shows a theme: the style sheets look at `data-theme` on the root element. */
export function applyTheme(theme: Theme): void {
  const { dataset } = document.documentElement;
  if (theme === 'system') delete dataset['theme'];
  else dataset['theme'] = theme;
}

/** Shows a theme and keeps it for the next visit. */
export function chooseTheme(theme: Theme): void {
  applyTheme(theme);
  try {
    localStorage.setItem(key, theme);
  } catch {
    // Storage may be forbidden; then the theme lasts as long as the page.
  }
}

function keptTheme(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
