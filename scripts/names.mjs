// @ts-check
/**
 * One word, one thing: no name of an exported type, interface or class stands for two things. Names the files that declare
 * one that another has taken.
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
export function namesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.d)\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => {
      const names = exportedTypes(readFileSync(path, 'utf8'), path.endsWith('x'));
      return /** @type {const} */ ([relative('.', path).replaceAll('\\', '/'), names]);
    });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const taken = takenTwice(namesIn('src'));
  for (const name of taken) console.error(complaint(name));
  if (taken.length === 0) console.log('✔ no name for two things');
  process.exit(taken.length === 0 ? 0 : 1);
}
