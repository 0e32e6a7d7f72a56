import { readFileSync } from 'node:fs';
import path from 'node:path';
import { TmplGroup } from 'glass-easel-template-compiler';
import { BuildError, type Finding, type Note } from './errors';
import { newerWxml } from './older-wxml';
import type { Project } from './project';
import { portWxs } from './wxs';

export interface Templates {
  /** A JavaScript expression: an object of template generators by logical path. */
  code: string;
  /** Every WXML and WXS file that was read. */
  files: string[];
  notes: Note[];
  count: { templates: number; scripts: number };
}

/** What `addTmpl` answers, one for each thing it stumbled over; lines and columns count from 0. */
interface ParseFinding {
  level: 'Fatal' | 'Error' | 'Warn' | 'Note';
  message: string;
  startLine: number;
  startColumn: number;
}

/** WeChat's own compiler refuses these, although this one only warns. */
const REFUSED = new Set(['missing end tag', 'invalid end tag']);
/** WeChat takes these (children of a slot are left out, `&x;` is text), although this compiler calls them errors. */
const TAKEN = new Set(['child nodes are not allowed for this element', 'illegal entity']);

/** The older compiler takes these without a word: `wx:for-items`, `{{ }}`. */
const OLDER = new Set(['this attribute is deprecated', 'the expression is empty']);

const PACKED = /[/\\](node_modules|miniprogram_npm)[/\\]/;

/** Runs in the generated code's scope: hands the WXS hooks to it. */
const HOOKS = ';Q.A=globalThis.__wxsChange;Q.C=globalThis.__wxsEvent;';

/** Compiles the templates of all units with what they import, include and require. Throws a `BuildError`. */
export function compileTemplates(project: Project, units: Iterable<string>): Templates {
  const work = new Compilation(project);
  try {
    for (const unit of units) work.addTemplate(unit);
    return work.finish();
  } finally {
    work.group.free();
  }
}

class Compilation {
  readonly group = TmplGroup.newDev();
  private readonly templates = new Set<string>();
  private readonly scripts = new Set<string>();
  private readonly files: string[] = [];
  private readonly findings: Finding[] = [];
  private readonly notes: Note[] = [];

  /** Written for the older of WeChat's compilers. */
  private readonly isOlder: boolean;

  constructor(private readonly project: Project) {
    this.isOlder = project.appJson.componentFramework !== 'glass-easel';
  }

  addTemplate(logical: string, mentionedIn?: string): void {
    if (this.templates.has(logical)) return;
    this.templates.add(logical);
    const file = this.project.file(logical, ['.wxml']);
    if (file === undefined) {
      this.missTemplate(logical, mentionedIn ?? `${this.project.stem(logical)}.wxml`);
      return;
    }
    this.files.push(file);
    const written = readFileSync(file, 'utf8');
    const source = this.isOlder ? newerWxml(written) : written;
    const found: ParseFinding[] = this.group.addTmpl(logical, source) ?? [];
    for (const one of found) this.judge(one, file);
    if (found.some((one) => one.level === 'Fatal')) return;
    for (const module of this.names(this.group.getInlineScriptModuleNames(logical))) {
      const script = this.group.getInlineScript(logical, module);
      this.portInto(file, logical, script, this.group.getInlineScriptStartLine(logical, module) + 1, (code) =>
        this.group.setInlineScript(logical, module, code),
      );
    }
    for (const target of this.names(this.group.getDirectDependencies(logical)))
      this.addTemplate(target, file);
    for (const target of this.names(this.group.getScriptDependencies(logical))) this.addScript(target, file);
  }

  finish(): Templates {
    if (this.findings.length > 0) throw new BuildError(this.findings);
    this.group.setExtraRuntimeScript(HOOKS);
    return {
      code: this.group.getTmplGenObjectGroups(),
      files: this.files,
      notes: this.notes,
      count: { templates: this.templates.size, scripts: this.scripts.size },
    };
  }

  private addScript(reference: string, mentionedIn: string): void {
    const logical = reference.replace(/\.wxs$/, '');
    if (this.scripts.has(logical)) return;
    this.scripts.add(logical);
    const file = this.project.file(logical, ['.wxs']);
    if (file === undefined) {
      this.miss(mentionedIn, `${logical}.wxs is missing`);
      return;
    }
    this.files.push(file);
    this.portInto(file, logical, readFileSync(file, 'utf8'), 1, (code) =>
      this.group.addScript(logical, code),
    );
  }

  private portInto(
    file: string,
    from: string,
    source: string,
    line: number,
    keep: (code: string) => void,
  ): void {
    try {
      const { code, requires } = portWxs(source, file, line);
      keep(code);
      for (const target of requires) {
        const logical = target.startsWith('/')
          ? target.slice(1)
          : path.posix.join(path.posix.dirname(from), target);
        this.addScript(logical, file);
      }
    } catch (error) {
      if (!(error instanceof BuildError)) throw error;
      this.findings.push(...error.findings);
    }
  }

  private judge(found: ParseFinding, file: string): void {
    const { level, startLine, startColumn, message } = found;
    if (this.isOlder && OLDER.has(message)) return;
    const place = { file, line: startLine + 1, column: startColumn + 1, message: `WXML: ${message}` };
    const fails = level === 'Fatal' || (level === 'Error' && !TAKEN.has(message)) || REFUSED.has(message);
    if (fails) this.findings.push(place);
    // Nobody who writes a mini program can mend the templates of an npm package.
    else if (level !== 'Note' && !PACKED.test(file)) this.notes.push({ kind: 'template', ...place });
  }

  /** WeChat only warns (`Path … not found from …`) and imports nothing. */
  private missTemplate(logical: string, mentionedIn: string): void {
    const message = `WXML: ${logical}.wxml is missing`;
    this.notes.push({ kind: 'template', file: mentionedIn, line: 1, column: 1, message });
    this.group.addTmpl(logical, '');
  }

  private miss(file: string, message: string): void {
    this.findings.push({ file, line: 1, column: 1, message });
  }

  /** The compiler's typings say `any[]`. */
  private names(list: unknown[]): string[] {
    return list.map(String);
  }
}
