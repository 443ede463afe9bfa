import { errors } from '../../errors.js';

/** Parses `$select` to the names it lists; `*` alone means every column and gives 'all'. */
export function parseSelect(text: string): readonly string[] | 'all' {
  const names = text.split(',').map((name) => name.trim());
  if (names.some((name) => name === '')) {
    throw errors.badQuery(`Term '${text}' is not valid in a $select or $expand expression.`);
  }
  return names.includes('*') ? 'all' : [...new Set(names)];
}
