import { type Node, type Options, parse, tokenizer } from 'acorn';
import { BuildError, positionAt } from './errors';
import { nodesOf } from './syntax';

/**
 * WXS looks like JavaScript and is not. Four differences change results without any error, so the source
 * is parsed and rewritten before the template compiler takes it:
 *
 * - words that only JavaScript reserves (`var class`) are names;
 * - `x.constructor` is the name of the type, a string (`'Array'`);
 * - in `getRegExp('\d')` a backslash that begins no JavaScript escape stays;
 * - `require('./a.wxs')` names a module that the template compiler keeps without its extension.
 */
export interface WxsModule {
  code: string;
  /** What it requires, as written, without `.wxs`. */
  requires: string[];
}

interface Edit {
  start: number;
  end: number;
  text: string;
}

/** @param firstLine the line of the file on which the source begins (inline modules). Throws a `BuildError`. */
export function portWxs(written: string, file: string, firstLine = 1): WxsModule {
  const edits: Edit[] = [];
  const requires: string[] = [];
  const { source, tree } = parseWxs(written, file, firstLine);
  for (const node of nodesOf(tree)) {
    const refused = refusalOf(node);
    if (refused !== undefined) throw errorAt(source, node.start, file, firstLine, `WXS has no ${refused}`);
    if (isConstructorRead(node)) {
      edits.push({ start: node.start, end: node.start, text: '__wxsConstructor(' });
      edits.push({ start: node.object.end, end: node.end, text: ')' });
    }
    const [argument] = argumentsOf(node, 'require');
    if (argument) {
      const target = String(argument.value).replace(/\.wxs$/, '');
      requires.push(target);
      edits.push({ start: argument.start, end: argument.end, text: JSON.stringify(target) });
    }
    const [pattern] = argumentsOf(node, 'getRegExp');
    if (pattern) {
      const raw = source.slice(pattern.start, pattern.end);
      edits.push({ start: pattern.start, end: pattern.end, text: keepBackslashes(raw) });
    }
  }
  return { code: apply(source, edits), requires };
}

/** Newer than WXS is, so that what WeChat refuses is named instead of being an unexpected token. */
const OPTIONS: Options = { ecmaVersion: 2022, sourceType: 'script', allowReturnOutsideFunction: true };

/** WeChat's compiler takes none of these in WXS (it does take default values of parameters). */
const REFUSED: Record<string, string> = {
  ArrowFunctionExpression: 'arrow functions',
  ClassDeclaration: 'classes',
  ClassExpression: 'classes',
  NewExpression: '`new` (getDate and getRegExp make dates and patterns)',
  TemplateLiteral: 'template literals',
  SpreadElement: 'the spread of lists and objects',
  ForOfStatement: 'for…of',
  ImportDeclaration: 'import',
};

interface Parsed {
  source: string;
  tree: Node;
}

function parseWxs(source: string, file: string, firstLine: number): Parsed {
  try {
    return { source, tree: parse(source, OPTIONS) };
  } catch (error) {
    const freed = freeWords(source);
    if (freed !== undefined) return { source: freed, tree: parse(freed, OPTIONS) };
    // acorn's SyntaxError carries the offset as `pos`.
    const offset = error instanceof SyntaxError && 'pos' in error ? Number(error.pos) : 0;
    throw errorAt(
      source,
      offset,
      file,
      firstLine,
      `WXS: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/** Reserved by JavaScript and not in the list of WXS (developers.weixin.qq.com, WXS 语法参考: 注释, 变量, 保留标识符). */
const FREE_WORDS = new Set(['class', 'super', 'extends', 'export', 'import', 'enum', 'with', 'debugger']);

/** The source with such words as names, each as long as it was; undefined when that does not help. */
function freeWords(source: string): string | undefined {
  let freed = source;
  try {
    const tokens = [...tokenizer(source, OPTIONS)].map(({ start, end }) => ({
      start,
      end,
      word: source.slice(start, end),
    }));
    for (const [index, { start, end, word }] of tokens.entries()) {
      const [before, after] = [tokens[index - 1]?.word ?? '', tokens[index + 1]?.word];
      const key = before === '.' || (/^[{,]$/.test(before) && after === ':');
      if (FREE_WORDS.has(word) && !key) {
        freed = `${freed.slice(0, start)}$${word.slice(1)}${freed.slice(end)}`;
      }
    }
    if (freed !== source) parse(freed, OPTIONS);
    return freed === source ? undefined : freed;
  } catch {
    // What is wrong is another thing, and is said as it stands in the file.
    return undefined;
  }
}

function errorAt(
  source: string,
  offset: number,
  file: string,
  firstLine: number,
  message: string,
): BuildError {
  const { line, column } = positionAt(source, offset);
  return new BuildError([{ file, line: line + firstLine - 1, column, message }]);
}

function refusalOf(node: Node): string | undefined {
  if (node.type !== 'VariableDeclaration') return REFUSED[node.type];
  // Which members a node has follows from its `type`, here and below; acorn's `Node` knows none.
  const { kind } = node as Node & { kind: string };
  return kind === 'var' ? undefined : `\`${kind}\``;
}

/** `\d` is written `\\d`; what is an escape already (`\\`, `\n`, `\u0041`, `\'`) stays as it is. */
function keepBackslashes(literal: string): string {
  return literal.replace(/\\([\s\S])/g, (written, next: string) =>
    /[\\nrtbfv0ux'"\n\r]/.test(next) ? written : `\\${written}`,
  );
}

type MemberRead = Node & { object: Node };
type Literal = Node & { value: unknown };

function isConstructorRead(node: Node): node is MemberRead {
  if (node.type !== 'MemberExpression') return false;
  const { property, computed } = node as Node & { property: Node & { name?: string }; computed: boolean };
  return !computed && property.name === 'constructor';
}

function argumentsOf(node: Node, callee: string): Literal[] {
  if (node.type !== 'CallExpression') return [];
  const call = node as Node & { callee: Node & { name?: string }; arguments: Node[] };
  const [first] = call.arguments;
  if (call.callee.name !== callee || first?.type !== 'Literal') return [];
  const literal = first as Literal;
  return typeof literal.value === 'string' ? [literal] : [];
}

/** Edits are applied from the end; at one place a later edit of an outer node goes further left. */
function apply(source: string, edits: Edit[]): string {
  const ordered = edits
    .map((edit, order) => ({ edit, order }))
    .sort((a, b) => b.edit.start - a.edit.start || b.order - a.order);
  let result = source;
  for (const { edit } of ordered) result = result.slice(0, edit.start) + edit.text + result.slice(edit.end);
  return result;
}
