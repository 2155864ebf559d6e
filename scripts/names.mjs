// @ts-check
/**
 * One word, one thing: no name of an exported type, interface or class stands for two things. Names the files that declare
 * one that another has taken. `scripts/names-taken-twice.json` lists what was so before the rule, and may only become shorter.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from '@swc/core';

/** @typedef {import('@swc/core').ModuleItem} Item */
/** @typedef {import('@swc/core').Declaration} Declaration */

const LIST = 'scripts/names-taken-twice.json';

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

/** What is wrong, a line each; empty when nothing is. @param {ReturnType<typeof takenTwice>} taken @param {readonly string[]} known */
export function complaints(taken, known) {
  const news = taken.filter(({ name }) => !known.includes(name));
  const past = known.filter((name) => !taken.some((one) => one.name === name));
  return [
    ...news.map(
      ({ name, files }) =>
        `${name} is the name of different things: ${files.join(', ')}. Rename one, or use the other.`,
    ),
    ...past.map((name) => `${name} stands for one thing now: take it out of ${LIST}.`),
  ];
}

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
  const wrong = complaints(taken, JSON.parse(readFileSync(LIST, 'utf8')));
  for (const line of wrong) console.error(line);
  if (wrong.length === 0) console.log(`✔ no new name for two things (${taken.length} are left from before)`);
  process.exit(wrong.length === 0 ? 0 : 1);
}
