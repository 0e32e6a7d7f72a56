import { type Expression, parseSync, Visitor } from 'oxc-parser';

export interface ImportSite {
  /** As written. */
  specifier: string;
  /** Gone after compiling: it binds names, not behaviour. */
  typeOnly: boolean;
  line: number;
}

/** What a module takes from the world around it without importing it. */
export type Ambient = 'clock' | 'randomness' | 'wx' | 'wx.cloud' | 'page';

export interface ModuleFacts {
  imports: ImportSite[];
  /** Each with the first line that shows it. */
  ambient: { what: Ambient; line: number }[];
}

/** What WeChat puts into every script besides `wx`. */
const PHONE_CALLS = new Set(['App', 'Page', 'Component', 'Behavior', 'getApp', 'getCurrentPages']);

/** Reads a TypeScript module's imports (static, dynamic, re-exports, type imports) and its use of clock, randomness and wx. */
export function parseModule(file: string, text: string): ModuleFacts {
  const { module, program, errors } = parseSync(file, text);
  if (errors[0] !== undefined) throw new Error(`${file}: ${errors[0].message}`);
  const lineAt = lines(text);
  const imports: ImportSite[] = [];
  for (const each of module.staticImports) {
    const typeOnly = each.entries.length > 0 && each.entries.every((entry) => entry.isType);
    imports.push({ specifier: each.moduleRequest.value, typeOnly, line: lineAt(each.start) });
  }
  for (const each of module.staticExports) {
    for (const { moduleRequest, isType, start } of each.entries) {
      if (moduleRequest)
        imports.push({ specifier: moduleRequest.value, typeOnly: isType, line: lineAt(start) });
    }
  }
  const ambient: ModuleFacts['ambient'] = [];
  const note = (what: Ambient, node: { start: number }): void => {
    if (!ambient.some((before) => before.what === what)) ambient.push({ what, line: lineAt(node.start) });
  };
  new Visitor({
    ImportExpression({ source, start }) {
      const specifier = literal(source);
      if (specifier !== undefined) imports.push({ specifier, typeOnly: false, line: lineAt(start) });
    },
    TSImportType({ source, start }) {
      imports.push({ specifier: source.value, typeOnly: true, line: lineAt(start) });
    },
    CallExpression({ callee, arguments: [first], start }) {
      if (callee.type === 'Identifier' && PHONE_CALLS.has(callee.name)) note('page', callee);
      const specifier =
        first !== undefined &&
        callee.type === 'Identifier' &&
        callee.name === 'require' &&
        first.type === 'Literal'
          ? literal(first)
          : undefined;
      if (specifier !== undefined) imports.push({ specifier, typeOnly: false, line: lineAt(start) });
    },
    NewExpression(node) {
      if (isNamed(node.callee, 'Date') && node.arguments.length === 0) note('clock', node);
    },
    MemberExpression(node) {
      if (node.computed || node.property.type !== 'Identifier') return;
      const member = node.property.name;
      if (isNamed(node.object, 'Date') && member === 'now') note('clock', node);
      if (isNamed(node.object, 'performance') && member === 'now') note('clock', node);
      if (isNamed(node.object, 'Math') && member === 'random') note('randomness', node);
      if (isNamed(node.object, 'wx') && member === 'cloud') note('wx.cloud', node);
    },
    Identifier(node) {
      if (node.name === 'wx') note('wx', node);
    },
  }).visit(program);
  return { imports: distinct(imports), ambient };
}

/** What is imported and exported again is named twice; the first place is enough. */
function distinct(imports: readonly ImportSite[]): ImportSite[] {
  const first = new Map<string, ImportSite>();
  for (const each of imports) {
    const key = `${each.specifier} ${each.typeOnly}`;
    if (!first.has(key)) first.set(key, each);
  }
  return [...first.values()];
}

function isNamed(node: Expression | { type: string }, name: string): boolean {
  return node.type === 'Identifier' && 'name' in node && node.name === name;
}

function literal(node: Expression): string | undefined {
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined;
}

function lines(text: string): (offset: number) => number {
  return (offset) => text.slice(0, offset).split('\n').length;
}
