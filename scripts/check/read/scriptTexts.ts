import ts from 'typescript';

/** A text that a script asks for by its key. */
export interface AskedText {
  readonly key: string;
  /** Path below webresources/. */
  readonly source: string;
}

/**
 * Functions of the web resources whose first argument is the key of a text, and the one that takes pairs beginning
 * with it.
 */
const takesKey: ReadonlySet<string> = new Set(['text', 'summary', 'startProgress']);
const takesPairs = 'lines';

/** What scripts say of texts. */
export interface ScriptTexts {
  /** The keys in calls such as `text('saveChanges')` and `lines(['failed', 3])`. */
  readonly asked: readonly AskedText[];
  /** Every word in quotes: a key that stands nowhere is asked for by nobody. */
  readonly words: ReadonlySet<string>;
}

/**
 * Reads the scripts' sources, not the bundles: those are the same (rule file/fresh), and have lost the names.
 *
 * @param sources path → content
 */
export function readScriptTexts(sources: ReadonlyMap<string, string>): ScriptTexts {
  const found = [...sources].map(([source, content]) => ({ source, all: nodes(parse(source, content)) }));
  return {
    asked: found.flatMap(({ source, all }) =>
      all
        .filter(ts.isCallExpression)
        .flatMap((call) => keyArguments(call).flatMap(literals))
        .map((key) => ({ key, source })),
    ),
    words: new Set(found.flatMap(({ all }) => all.filter(ts.isStringLiteralLike).map(({ text }) => text))),
  };
}

const parse = (source: string, content: string): ts.SourceFile =>
  ts.createSourceFile(source, content, ts.ScriptTarget.ES2022, false);

/** A node and all below it. */
function nodes(node: ts.Node): readonly ts.Node[] {
  const below: ts.Node[] = [];
  ts.forEachChild(node, (inner) => {
    below.push(...nodes(inner));
  });
  return [node, ...below];
}

function keyArguments({ expression, arguments: given }: ts.CallExpression): readonly ts.Expression[] {
  if (!ts.isIdentifier(expression)) return [];
  if (takesKey.has(expression.text)) return given.slice(0, 1);
  if (expression.text !== takesPairs) return [];
  return given.filter(ts.isArrayLiteralExpression).flatMap(({ elements }) => elements.slice(0, 1));
}

/** The strings an expression may be: itself, or one of two by a condition. */
function literals(expression: ts.Expression): readonly string[] {
  if (ts.isStringLiteralLike(expression)) return [expression.text];
  if (ts.isConditionalExpression(expression))
    return [expression.whenTrue, expression.whenFalse].flatMap(literals);
  return [];
}
