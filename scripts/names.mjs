// @ts-check
/**
 * One word, one thing: no name of an exported type, interface or class stands for two things, and in src/main and src/preload
 * nothing is called by a word that could be anything. Names the files that declare one that another has taken, or such a word.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from '@swc/core';

/** @typedef {import('@swc/core').ModuleItem} Item */
/** @typedef {import('@swc/core').Declaration} Declaration */

/** The name that a declaration gives to a type of its own; null where it only passes on the type of that name. @param {Item | Declaration} node */
function typeName(node) {
  switch (node.type) {
    case 'TsInterfaceDeclaration':
      return node.id.value;
    case 'ClassDeclaration':
      return node.identifier.value;
    case 'TsTypeAliasDeclaration':
      return passesOn(node.typeAnnotation) === node.id.value ? null : node.id.value;
    default:
      return null;
  }
}

/** `X` of `door.X`. @param {import('@swc/core').TsType} type */
function passesOn(type) {
  if (type.type !== 'TsTypeReference') return null;
  return type.typeName.type === 'TsQualifiedName' ? type.typeName.right.value : null;
}

/** Names of types that a file declares and exports; not those it has from others. @param {string} source @param {boolean} [tsx] */
export function exportedTypes(source, tsx = false) {
  const { body } = parseSync(source, { syntax: 'typescript', tsx, target: 'es2024' });
  const local = new Set(body.map(typeName));
  return body.flatMap((node) => {
    if (node.type === 'ExportDeclaration') return typeName(node.declaration) ?? [];
    if (node.type !== 'ExportNamedDeclaration' || node.source) return [];
    return node.specifiers.flatMap((specifier) => {
      if (specifier.type !== 'ExportSpecifier' || !local.has(specifier.orig.value)) return [];
      return specifier.exported?.value ?? specifier.orig.value;
    });
  });
}

/**
 * Every name that several files declare, with those files.
 * @param {Iterable<readonly [file: string, names: readonly string[]]>} files
 */
export function takenTwice(files) {
  /** @type {Map<string, Set<string>>} */
  const homes = new Map();
  for (const [file, names] of files)
    for (const name of names) homes.set(name, (homes.get(name) ?? new Set()).add(file));
  return [...homes]
    .filter(([, in_]) => in_.size > 1)
    .map(([name, in_]) => ({ name, files: [...in_].sort() }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** @param {ReturnType<typeof takenTwice>[number]} taken */
export const complaint = ({ name, files }) =>
  `${name} is the name of different things: ${files.join(', ')}. Rename one, or use the other.`;

/** @param {string} folder */
function sourcesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.d)\.tsx?$/.test(entry.name))
    .map((entry) => relative('.', join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

/** @param {string} folder */
export function namesIn(folder) {
  return sourcesIn(folder).map((path) => {
    const names = exportedTypes(readFileSync(path, 'utf8'), path.endsWith('x'));
    return /** @type {const} */ ([path, names]);
  });
}

/** Words that say nothing of what a thing is. */
const VAGUE = new Set(['one', 'found', 'said', 'left', 'tell', 'told']);
/** The built-in analyst speaks of words of questions; of a page there is a left side. */
const VAGUE_ALLOWED = [
  { files: /^src\/main\/engine\/models\/built-in\//, words: VAGUE },
  { files: /^src\/main\/engine\/retrieval\/reader\/layout\//, words: new Set(['left']) },
];

/** The names that a pattern declares: `a` and `c` of `{ a, b: [c] }`. @param {any} pattern @returns {string[]} */
function declaredBy(pattern) {
  switch (pattern?.type) {
    case 'Identifier':
      return [pattern.value];
    case 'ArrayPattern':
      return pattern.elements.flatMap(declaredBy);
    case 'ObjectPattern':
      return pattern.properties.flatMap(declaredBy);
    case 'AssignmentPatternProperty':
      return [pattern.key.value];
    case 'KeyValuePatternProperty':
      return declaredBy(pattern.value);
    case 'AssignmentPattern':
      return declaredBy(pattern.left);
    case 'RestElement':
      return declaredBy(pattern.argument);
    case 'TsParameterProperty':
      return declaredBy(pattern.param);
    case 'Parameter':
      return declaredBy(pattern.pat);
    default:
      return [];
  }
}

/** Patterns that stand in a node itself. @param {any} node @returns {any[]} */
function patternsOf(node) {
  if (node.type === 'VariableDeclarator') return [node.id];
  if (node.type === 'CatchClause') return [node.param];
  const own = node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression' ? [node.identifier] : [];
  return Array.isArray(node.params) ? [...own, ...node.params] : own;
}

/** Vague words that a file gives to variables, functions and parameters. @param {string} file @param {string} source */
export function vagueNames(file, source) {
  const allowed = VAGUE_ALLOWED.find(({ files }) => files.test(file))?.words ?? new Set();
  /** @type {Set<string>} */
  const vague = new Set();
  /** @param {any} node */
  const visit = (node) => {
    if (typeof node !== 'object' || node === null) return;
    for (const name of patternsOf(node).flatMap(declaredBy)) if (VAGUE.has(name) && !allowed.has(name)) vague.add(name);
    for (const value of Object.values(node)) visit(value);
  };
  visit(parseSync(source, { syntax: 'typescript', tsx: file.endsWith('x'), target: 'es2024' }));
  return [...vague].sort();
}

/** @param {string} folder @returns {string[]} */
export function vagueIn(folder) {
  return sourcesIn(folder).flatMap((path) =>
    vagueNames(path, readFileSync(path, 'utf8')).map(
      (name) => `${path}: \`${name}\` could be anything. Say what it is.`,
    ),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const taken = takenTwice(namesIn('src'));
  const complaints = [...taken.map(complaint), ...['src/main', 'src/preload'].flatMap(vagueIn)];
  for (const text of complaints) console.error(text);
  if (complaints.length === 0) console.log('✔ no name for two things, and none that could be anything');
  process.exit(complaints.length === 0 ? 0 : 1);
}
