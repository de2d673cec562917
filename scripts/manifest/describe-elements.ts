import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';

export interface Described {
  name: string;
  description: string;
}

export interface Field extends Described {
  kind: 'field';
  type: { text: string };
  default?: string;
  attribute?: string;
}

export interface Method extends Described {
  kind: 'method';
  parameters: { name: string; optional?: boolean; type: { text: string } }[];
}

export interface ElementClass extends Described {
  kind: 'class';
  customElement: true;
  tagName: string;
  attributes: { name: string; fieldName: string; type: { text: string }; description: string }[];
  members: (Field | Method)[];
  events: (Described & { type: { text: string } })[];
  slots: Described[];
  cssParts: Described[];
  cssProperties: (Described & { default: string })[];
}

/** A custom elements manifest, as custom-elements-manifest.schemastore.org describes it (schema 1.0.0). */
export interface Manifest {
  schemaVersion: '1.0.0';
  readme: string;
  modules: {
    kind: 'javascript-module';
    path: string;
    declarations: ElementClass[];
    exports: { kind: 'custom-element-definition'; name: string; declaration: { name: string; module: string } }[];
  }[];
}

/**
 * Describes every element that a `define.ts` under `folder` defines, from its class: what `static properties` names, public
 * methods, and the JSDoc's @fires, @slot, @csspart. Reads the files and runs none.
 * @throws Error that names the class and what it lacks.
 */
export function describeElements(folder: string): Manifest {
  const files = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.ts'));
  const sources = files.sort().map((name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    return ts.createSourceFile(name.replaceAll('\\', '/'), text, ts.ScriptTarget.ES2022, true);
  });
  const classes = new Map<string, ts.ClassDeclaration>();
  for (const source of sources) {
    for (const node of source.statements)
      if (ts.isClassDeclaration(node) && node.name) classes.set(node.name.text, node);
  }
  const cssProperties = tokensIn(readFileSync(join(folder, 'tokens.ts'), 'utf8'));
  const modules = sources
    .filter(({ fileName }) => fileName.endsWith('/define.ts'))
    .map((source) => {
      const path = `${dirname(source.fileName)}/define.js`;
      const declarations = definitionsIn(source).map(([tagName, className]) => ({
        ...describeClass(className, classes),
        tagName,
        cssProperties,
      }));
      return {
        kind: 'javascript-module' as const,
        path,
        declarations,
        exports: declarations.map(({ tagName, name }) => ({
          kind: 'custom-element-definition' as const,
          name: tagName,
          declaration: { name, module: path },
        })),
      };
    });
  return { schemaVersion: '1.0.0', readme: '', modules };
}

/** `defineElement('erfara-x', X)` anywhere in a file. */
function definitionsIn(source: ts.SourceFile): [string, string][] {
  const found: [string, string][] = [];
  const walk = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === 'defineElement') {
      const [tag, element] = node.arguments;
      if (tag && ts.isStringLiteral(tag) && element) found.push([tag.text, element.getText().split('.').at(-1) ?? '']);
    }
    ts.forEachChild(node, walk);
  };
  walk(source);
  return found;
}

function describeClass(
  name: string,
  classes: Map<string, ts.ClassDeclaration>,
): Omit<ElementClass, 'tagName' | 'cssProperties'> {
  const chain = ancestry(name, classes);
  const [own] = chain;
  if (!own) throw new Error(`${name} is defined as an element, and no class of that name is exported.`);
  const fields = fieldsOf(chain);
  const description = ts
    .getJSDocCommentsAndTags(own)
    .filter(ts.isJSDoc)
    .map(({ comment }) => words(comment))
    .join('\n');
  if (description === '') throw new Error(`${name} has no description: write one above the class.`);
  const attributes = fields.filter((field) => field.attribute !== undefined);
  return {
    kind: 'class',
    customElement: true,
    name,
    description,
    attributes: attributes.map(({ attribute = '', name: fieldName, type, description: about }) => ({
      ...{ name: attribute, fieldName, type, description: about },
    })),
    members: [...fields, ...methodsOf(chain)],
    events: tagged(own, 'fires').map((event) => ({ ...event, type: { text: 'CustomEvent' } })),
    slots: tagged(own, 'slot'),
    cssParts: tagged(own, 'csspart'),
  };
}

/** A class and those it extends, itself first. */
function ancestry(name: string, classes: Map<string, ts.ClassDeclaration>): ts.ClassDeclaration[] {
  const found = classes.get(name);
  const above = found?.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword)?.types[0];
  return found ? [found, ...(above ? ancestry(above.expression.getText(), classes) : [])] : [];
}

/** The reactive properties, with what their declaration says of them. */
function fieldsOf(chain: ts.ClassDeclaration[]): Field[] {
  const names = new Map<string, string | undefined>();
  for (const declared of [...chain].reverse()) {
    const list = declared.members.find(
      (member) => ts.isPropertyDeclaration(member) && member.name.getText() === 'properties',
    );
    const object = list && ts.isPropertyDeclaration(list) ? list.initializer : undefined;
    if (!object || !ts.isObjectLiteralExpression(object)) continue;
    for (const entry of object.properties) {
      if (ts.isPropertyAssignment(entry) && !isState(entry)) names.set(entry.name.getText(), attributeOf(entry));
    }
  }
  return [...names].map(([name, attribute]) => fieldOf(name, attribute, chain));
}

function fieldOf(name: string, attribute: string | undefined, chain: ts.ClassDeclaration[]): Field {
  const className = chain[0]?.name?.text ?? '';
  const all = chain.flatMap(({ members }) => [...members]).filter((member) => member.name?.getText() === name);
  const declaration = all.find((member) => ts.isPropertyDeclaration(member) || ts.isGetAccessor(member));
  if (!declaration) throw new Error(`${className}.${name} is listed among the properties and not declared.`);
  const typed = declaration as ts.PropertyDeclaration | ts.GetAccessorDeclaration;
  const initial = ts.isPropertyDeclaration(typed) ? typed.initializer : undefined;
  const tag = tagged(chain[0] as ts.ClassDeclaration, 'attr').find((each) => each.name === attribute);
  const description = words(ts.getJSDocCommentsAndTags(typed).find(ts.isJSDoc)?.comment) || tag?.description || '';
  if (description === '')
    throw new Error(`${className}.${name} is public and says nothing of itself: write a JSDoc line.`);
  return {
    kind: 'field',
    name,
    type: { text: typed.type?.getText().replace(/\s+/g, ' ') ?? typeOfValue(initial) },
    ...(initial ? { default: initial.getText() } : {}),
    ...(attribute === undefined ? {} : { attribute }),
    description,
  };
}

/** Given by what draws the element around it, and nobody else's business. */
function isState({ initializer }: ts.PropertyAssignment): boolean {
  const options = ts.isObjectLiteralExpression(initializer) ? initializer.properties : [];
  return options.some((option) => option.name?.getText() === 'state');
}

function attributeOf(entry: ts.PropertyAssignment): string | undefined {
  const options = ts.isObjectLiteralExpression(entry.initializer) ? entry.initializer.properties : [];
  const given = options.find((option) => option.name?.getText() === 'attribute');
  if (!given || !ts.isPropertyAssignment(given)) return entry.name.getText().toLowerCase();
  return ts.isStringLiteral(given.initializer) ? given.initializer.text : undefined;
}

/** Public methods that say what they are for; the others serve the parts of the element itself. */
function methodsOf(chain: ts.ClassDeclaration[]): Method[] {
  const [own] = chain;
  return (own?.members ?? []).flatMap((member) => {
    if (!ts.isMethodDeclaration(member) || ts.isPrivateIdentifier(member.name)) return [];
    const flags = ts.getCombinedModifierFlags(member);
    if (flags & (ts.ModifierFlags.Protected | ts.ModifierFlags.Private | ts.ModifierFlags.Override)) return [];
    const description = words(ts.getJSDocCommentsAndTags(member).find(ts.isJSDoc)?.comment);
    if (description === '') return [];
    const parameters = member.parameters.map((parameter) => ({
      name: parameter.name.getText(),
      ...(parameter.questionToken ? { optional: true } : {}),
      type: { text: parameter.type?.getText() ?? 'unknown' },
    }));
    return [{ kind: 'method' as const, name: member.name.getText(), description, parameters }];
  });
}

/** What stands after a tag: `@fires name - words`, with a type between where there is one. */
function tagged(node: ts.ClassDeclaration, tag: string): Described[] {
  return ts
    .getJSDocTags(node)
    .filter(({ tagName }) => tagName.text === tag)
    .map((each) => {
      const text = each
        .getText()
        .replace(/\s*\n\s*\*\s*/g, ' ')
        .replace(`@${tag}`, '')
        .replace(/^\s*\{[^}]*\}/, '')
        .replace(/[\s*/]+$/, '')
        .trim();
      const [, name = '', description = ''] = /^(\S*)\s*(?:-\s*)?(.*)$/.exec(text) ?? [];
      return name === '-' ? { name: '', description } : { name, description };
    });
}

function words(comment: string | ts.NodeArray<ts.JSDocComment> | undefined): string {
  return (ts.getTextOfJSDocComment(comment) ?? '').replace(/\s*\n\s*/g, ' ').trim();
}

function typeOfValue(value: ts.Expression | undefined): string {
  if (!value) return 'unknown';
  if (ts.isStringLiteral(value)) return 'string';
  return value.kind === ts.SyntaxKind.TrueKeyword || value.kind === ts.SyntaxKind.FalseKeyword ? 'boolean' : 'unknown';
}

function tokensIn(source: string): ElementClass['cssProperties'] {
  const found = new Map<string, string>();
  for (const [, name = '', value = ''] of source.matchAll(/^\s*(--erfara-[\w-]+):\s*([^;]+);/gm)) {
    if (!found.has(name)) found.set(name, value.replace(/\s+/g, ' '));
  }
  return [...found].map(([name, value]) => ({ name, default: value, description: groupOf(name) }));
}

function groupOf(name: string): string {
  if (/-(text-(xs|s|m|l|xl|xxl)|line-height|font)$/.test(name)) return 'Type.';
  if (/-(space-\d|radius(-panel)?)$/.test(name)) return 'Measure.';
  return name.endsWith('-appear') ? 'Motion; none where reduced motion is asked for.' : 'Colour, light and dark.';
}
