import { relative, resolve } from 'node:path';
import { type Node, SyntaxKind } from 'typescript/unstable/ast';
import {
  isAsExpression,
  isBinaryExpression,
  isCallExpression,
  isElementAccessExpression,
  isIdentifier,
} from 'typescript/unstable/ast/is';
import { API, type Project, type Type, TypeFlags } from 'typescript/unstable/sync';
import { expect, it } from 'vitest';
import { needs, WHOLE } from './support/needs';

/** Where a property may be looked up by a name that is not written in the code, and why that is safe there. */
const SAFE: Record<string, string> = {
  // What is looked up was found by Object.hasOwn, or is among the object's own keys.
  'src/main/metadata.ts: Reflect.get(metadata, name)': 'own',
  'src/main/analysis/python/packages/web.ts: DECODERS[encoding]': 'own',
  'src/main/engine/routes/validate.ts: Reflect.get(value, key)': 'own',
  'src/main/engine/routes/body.ts: Reflect.set(metadata, key, String(value))': 'own',
  "src/main/engine/routes/body.ts: Reflect.set(metadata, key, value ? 'True' : 'False')": 'own',
  'src/main/engine/retrieval/filters.ts: attributes[key]': 'own',
  'src/main/engine/models/built-in/formatted.ts: value[key]': 'own',
  'src/main/engine/models/chat/text-calls.ts: Reflect.get(value, name)': 'own',
  'src/main/engine/models/quirks.ts: Reflect.get(value, name)': 'own',
  'src/main/shells/common/model-options.ts: environment[keyEnv]': 'own',
  'src/preload/contract/entries.ts: record[name]': 'own',
  // The object has no prototype; of those that are made in the same file the test knows it.
  'src/main/analysis/python/packages/lock.ts: index.packages[key]': 'no prototype',
  'src/main/analysis/python/packages/lock.ts: index.imports[name]': 'no prototype',
  'src/main/analysis/python/packages/index.ts: this.#index.packages[key]': 'no prototype',
  'src/main/engine/figures/number-words.ts: groups[name]': 'no prototype',
  // The names are our own, though the types do not tell.
  'src/main/api/server-objects.ts: Reflect.get(usage, `${name}_token_details`)': 'own names',
  'src/main/api/server-objects.ts: Reflect.get(usage, `${name}_tokens_details`)': 'own names',
  'src/main/api/server-objects.ts: Reflect.get(details, key)': 'own names',
  'src/main/api/server-objects.ts: Reflect.get(metadata, key)': 'own',
  'src/main/library/transmissions.ts: row?.[name]': 'own names',
  'src/main/shells/common/model-options.ts: values[name]': 'own names',
  "src/preload/words/by-code.ts: words[fact.code as Fact['code']]": 'own names',
  'src/main/dispatch.ts: services[domain as keyof Services]': 'own names',
  'src/main/dispatch.ts: Reflect.get(service, verb)': 'own names',
  'src/main/processes/environment.ts: process.env[name]': 'own names',
  'src/main/engine/store/table.ts: values[column]': 'own names',
  'src/main/engine/store/table.ts: row[column]': 'own names',
  'src/main/storage/salvage.ts: row[column]': 'own names',
  'src/main/services/notebook/notebook-of.ts: attachments[name]': 'own names',
  'src/main/analysis/duckdb/query/statement.ts: node[key]': 'own names',
  'src/main/analysis/python/sandbox/global-scope.ts: Reflect.set(scope, key, undefined)': 'own names',
  'src/renderer/ui/Code.tsx: styles[kind]': 'own names',
};
const PROJECTS = ['src/preload', 'src/main', 'src/main/analysis/charts', 'src/renderer'];

/** A property that is looked up by an expression. */
interface Lookup {
  node: Node;
  key: Node;
}

function lookupsIn(root: Node): Lookup[] {
  const lookups: Lookup[] = [];
  const visit = (node: Node): void => {
    if (isElementAccessExpression(node)) lookups.push({ node, key: node.argumentExpression });
    else if (isBinaryExpression(node) && node.operatorToken.kind === SyntaxKind.InKeyword)
      lookups.push({ node, key: node.left });
    else if (isCallExpression(node) && /^Reflect\.(get|set|has)$/.test(node.expression.getText())) {
      const key = node.arguments[1];
      if (key) lookups.push({ node, key });
    }
    node.forEachChild(visit);
  };
  visit(root);
  return lookups;
}

/** Numbers, symbols and names that the type lists cannot be what somebody else has written. */
const isListed = (type: Type): boolean =>
  (type.flags & (TypeFlags.NumberLike | TypeFlags.StringLiteral | TypeFlags.ESSymbolLike)) !== 0 ||
  (type.isUnionType() && type.getTypes().every(isListed));

const hasNoPrototype = (node: Node, text: string): boolean =>
  isElementAccessExpression(node) &&
  isIdentifier(node.expression) &&
  new RegExp(String.raw`\b(?:const|let) ${node.expression.text}\b[^=\n]* = Object\.create\(null\)`).test(text);

function openLookups(project: Project): string[] {
  const names = project.program.getSourceFileNames().filter((name) => name.startsWith(resolve('src')));
  return names.flatMap((name) => {
    const file = project.program.getSourceFile(name);
    const lookups = file ? lookupsIn(file).filter(({ node }) => !hasNoPrototype(node, file.text)) : [];
    const types = lookups.length > 0 ? project.checker.getTypeAtLocation(lookups.map(({ key }) => key)) : [];
    const open = lookups.filter(({ key }, index) => {
      const type = types[index];
      return !type || !isListed(type) || isAsExpression(key);
    });
    return open.map(({ node }) => `${relative('.', name).replaceAll('\\', '/')}: ${node.getText()}`);
  });
}

it('nothing is looked up by a name from outside where JavaScript has names of its own', {
  ...needs(WHOLE),
  timeout: 120_000,
}, () => {
  const api = new API({ cwd: resolve('.') });
  try {
    const configs = PROJECTS.map((folder) => resolve(folder, 'tsconfig.json'));
    const snapshot = api.updateSnapshot({ openProjects: configs });
    const found = configs.flatMap((config) => {
      const project = snapshot.getProject(config);
      if (!project) throw new Error(`the compiler does not know ${config}`);
      return openLookups(project);
    });
    // Use a Map, Object.hasOwn, or an object without a prototype, and say so above.
    expect([...new Set(found)].toSorted()).toEqual(Object.keys(SAFE).toSorted());
  } finally {
    api.close();
  }
});
