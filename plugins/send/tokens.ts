/** Values a template can show. */
export const valueTokens: ReadonlySet<string> = new Set([
  'contact.fullname',
  'contact.firstname',
  'contact.lastname',
  'inviter.fullname',
  'sender.fullname',
  'account.name',
  'invitation.name',
  'invitation.expirydate',
  'site.url',
  'site.host',
  'link',
]);

/** What a template can ask for with `{{#if}}` besides the values: whether there is one at all. */
const things: ReadonlySet<string> = new Set(['inviter', 'account']);

/** The helpers there are; a block around anything else would change what the names in it mean. */
const blocks: ReadonlySet<string> = new Set(['if', 'unless']);

/** The tokens of a parsed template. */
export interface TokensOf {
  readonly used: ReadonlySet<string>;
  /** As the maker wrote them, `{{contact.nickname}}`, for the error that names them. */
  readonly unknown: readonly string[];
}

/** Walks a parsed template and sorts its tokens into those that exist and those that do not. */
export function tokensOf(program: hbs.AST.Program): TokensOf {
  const used = new Set<string>();
  const unknown = new Set<string>();

  const value = ({ path, params, hash }: Call, allowed: (name: string) => boolean): void => {
    const name = nameOf(path);
    if (allowed(name) && params.length === 0 && !hash?.pairs.length) used.add(name);
    else unknown.add(`{{${[name, ...params.map(nameOf)].join(' ')}}}`);
  };

  const walk = (statements: readonly hbs.AST.Statement[]): void => {
    for (const statement of statements) {
      if (statement.type === 'ContentStatement' || statement.type === 'CommentStatement') continue;
      if (statement.type === 'MustacheStatement') {
        value(statement as hbs.AST.MustacheStatement, (name) => valueTokens.has(name));
      } else if (isCondition(statement)) {
        const [condition] = statement.params;
        if (condition) used.add(nameOf(condition));
        walk(statement.program.body);
        // Null without {{else}}, though the types do not say so.
        walk((statement.inverse as hbs.AST.Program | null)?.body ?? []);
      } else {
        unknown.add(written(statement));
      }
    }
  };

  walk(program.body);
  return { used, unknown: [...unknown] };
}

type Call = Pick<hbs.AST.MustacheStatement, 'path' | 'params' | 'hash'>;

/** `{{#if value}}` or `{{#unless value}}` with one known value. */
function isCondition(statement: hbs.AST.Statement): statement is hbs.AST.BlockStatement {
  if (statement.type !== 'BlockStatement') return false;
  const { path, params } = statement as hbs.AST.BlockStatement;
  const [condition, ...more] = params;
  if (condition === undefined || more.length > 0 || !blocks.has(nameOf(path))) return false;
  const name = nameOf(condition);
  return valueTokens.has(name) || things.has(name);
}

function nameOf(expression: hbs.AST.Expression): string {
  return 'original' in expression ? String(expression.original) : expression.type;
}

function written(statement: hbs.AST.Statement): string {
  if (statement.type === 'BlockStatement') {
    const { path, params } = statement as hbs.AST.BlockStatement;
    return `{{#${[path, ...params].map(nameOf).join(' ')}}}`;
  }
  if (statement.type === 'PartialStatement')
    return `{{> ${nameOf((statement as hbs.AST.PartialStatement).name)}}}`;
  return `{{${statement.type}}}`;
}
