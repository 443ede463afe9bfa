type Values = Readonly<Record<string, unknown>>;

/**
 * Renders the part of Liquid that the page's template uses: comment, raw, if and else on a value, values with the filters default and
 * escape. Anything else throws, so a template that grows beyond it is noticed.
 */
export function renderLiquid(source: string, values: Values): string {
  const tokens = source
    .replace(/\{% comment %\}[\s\S]*?\{% endcomment %\}/g, '')
    .split(/(\{% raw %\}[\s\S]*?\{% endraw %\}|\{%[\s\S]*?%\}|\{\{[\s\S]*?\}\})/);
  const shown: boolean[] = [];
  return tokens
    .map((token) => {
      const tag = /^\{% (?<name>\w+) ?(?<rest>.*?) ?%\}$/s.exec(token)?.groups;
      const raw = /^\{% raw %\}([\s\S]*)\{% endraw %\}$/.exec(token)?.[1];
      const isShown = !shown.includes(false);
      if (raw !== undefined) return isShown ? raw : '';
      if (tag) {
        if (tag['name'] === 'if') shown.push(Boolean(look(tag['rest'] ?? '', values)));
        else if (tag['name'] === 'else') shown.push(!shown.pop());
        else if (tag['name'] === 'endif') shown.pop();
        else throw new Error(`Not rendered here: ${token}`);
        return '';
      }
      if (!isShown) return '';
      return token.startsWith('{{') ? output(token.slice(2, -2), values) : token;
    })
    .join('');
}

function output(expression: string, values: Values): string {
  const [value = '', ...filters] = expression.split('|').map((part) => part.trim());
  const result = filters.reduce(
    (text, filter) => {
      const fallback = /^default: "(.*)"$/.exec(filter)?.[1];
      if (fallback !== undefined) return text === '' ? fallback : text;
      if (filter === 'escape') return escapeHtml(text);
      throw new Error(`Not rendered here: ${filter}`);
    },
    look(value, values),
  );
  return result;
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);

/** `user.fullname`, `snippets["Invitations/Redeem/Waiting"]`; empty where there is nothing. */
function look(path: string, values: Values): string {
  const steps = [...path.matchAll(/\["([^"]+)"\]|(\w+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
  const found = steps.reduce<unknown>((value, step) => (value as Values | undefined)?.[step], values);
  return found === undefined || found === null ? '' : typeof found === 'string' ? found : 'there';
}
