import ts from 'typescript';

/** A place in the source at which the service waits: `plugins/send/plugin.ts:41:9 for await in send`. */
export type Site = string;

/** A source file whose waits can be hung, and where they are. */
export interface HookedSource {
  readonly text: string;
  readonly sites: readonly Site[];
}

/** Name of the global object that a hooked source calls. */
export const hooksName = 'crashHooks';

/**
 * Rewrites each `await X` to `(await before(site), await settled(site, X))` and each `for await (… of X)` to one over
 * `iterated(site, X)`. What is called where is told by crashHooks.ts; without an instance that is to die it changes nothing.
 *
 * @param file path from the project's root
 */
export function hookedSource(file: string, source: string): HookedSource {
  const sites: Site[] = [];
  const siteOf = (node: ts.Node, kind: string): ts.StringLiteral => {
    const tree = node.getSourceFile();
    const { line, character } = tree.getLineAndCharacterOfPosition(node.getStart(tree));
    const site = `${file}:${line + 1}:${character + 1} ${kind} in ${namesAround(node)}`;
    sites.push(site);
    return ts.factory.createStringLiteral(site);
  };
  const hook = (name: string, ...parameters: ts.Expression[]): ts.Expression => {
    const { createCallExpression, createIdentifier, createPropertyAccessExpression } = ts.factory;
    const hooks = createPropertyAccessExpression(createIdentifier('globalThis'), hooksName);
    return createCallExpression(createPropertyAccessExpression(hooks, name), undefined, parameters);
  };

  const rewrite: ts.TransformerFactory<ts.SourceFile> = (context) => {
    const visit = (node: ts.Node): ts.Node => {
      if (ts.isAwaitExpression(node)) {
        const site = siteOf(node, 'await');
        const awaited = ts.visitNode(node.expression, visit, ts.isExpression);
        const { createAwaitExpression, createComma, createParenthesizedExpression } = ts.factory;
        return createParenthesizedExpression(
          createComma(
            createAwaitExpression(hook('before', site)),
            createAwaitExpression(hook('settled', site, awaited)),
          ),
        );
      }
      if (ts.isForOfStatement(node) && node.awaitModifier !== undefined) {
        const site = siteOf(node, 'for await');
        const iterated = ts.visitNode(node.expression, visit, ts.isExpression);
        return ts.factory.updateForOfStatement(
          node,
          node.awaitModifier,
          node.initializer,
          hook('iterated', site, iterated),
          ts.visitNode(node.statement, visit, ts.isStatement),
        );
      }
      return ts.visitEachChild(node, visit, context);
    };
    return (tree) => ts.visitEachChild(tree, visit, context);
  };

  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.ES2022, true);
  const { transformed } = ts.transform(tree, [rewrite]);
  const [hooked = tree] = transformed;
  return { text: ts.createPrinter().printFile(hooked), sites };
}

/** The functions around a place, the outermost first: `createWriter/write`. */
function namesAround(node: ts.Node): string {
  const names: string[] = [];
  for (let around = node.parent; !ts.isSourceFile(around); around = around.parent) {
    const name = nameOf(around);
    if (name !== undefined) names.unshift(name.getText());
  }
  return names.join('/');
}

function nameOf(node: ts.Node): ts.Node | undefined {
  if (ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node) || ts.isPropertyAssignment(node))
    return node.name;
  const isArrow =
    ts.isVariableDeclaration(node) && node.initializer !== undefined && ts.isArrowFunction(node.initializer);
  return isArrow ? node.name : undefined;
}
