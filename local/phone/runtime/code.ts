import { adjustDefinition, registerBuiltinBehaviors, relationPaths } from './definitions';
import { type CodeSpace, domOf, type glassEasel, internalsOf, MiniProgramEnv } from './easel';
import type { Problem } from './host';
import { onLifetime } from './lifetimes';
import type { PhoneProject } from './project';
import type { StyleSheets } from './style-sheets';
import { absolute } from './url';

type Definition = Record<string, unknown>;

/** The project's components inside the framework: registered when they are needed, styles with them. */
export interface Code {
  readonly env: MiniProgramEnv;
  readonly space: CodeSpace;
  readonly components: glassEasel.ComponentSpace;
  /** Runs the script of a page or component and of all it uses, once. */
  load(path: string): void;
  /** The unit and everything it uses: whose style sheets are on while it is visible. */
  closure(path: string): ReadonlySet<string>;
}

export interface CodeSinks {
  sheets: StyleSheets;
  report(problem: Problem): void;
  thrown(error: unknown, where: string): void;
}

/** How WeChat lets styles in and out of a component. */
const OPEN = new Set(['shared', 'page-shared']);

export function createCode(project: PhoneProject, sinks: CodeSinks): Code {
  const env = new MiniProgramEnv();
  const space = env.createCodeSpace('', true);
  const behaviors = registerBuiltinBehaviors(space);
  const templates = project.templates();
  const loaded = new Set<string>();
  const closures = new Map<string, ReadonlySet<string>>();
  /** Components with shared styles: the framework marks the hosts of others only, and `:host` needs it. */
  const openHosts = new Map<string, string>();
  let nextScope = 0;

  describeUnits();
  adjustOptions();
  onLifetime('created', (component) => {
    const name = openHosts.get(component.is);
    if (name !== undefined) domOf(component)?.setAttribute('wx-host', name);
  });

  function describeUnits(): void {
    for (const [path, unit] of Object.entries(project.units)) {
      const usingComponents = { ...project.global, ...unit.using };
      // Isolated by default are components only; a page made by Component() is open to shared styles too.
      const component = !unit.isPage;
      // The static configuration is WeChat's own JSON.
      space.addComponentStaticConfig(path, { ...unit.json, component, usingComponents } as never);
      const content = templates[path];
      if (content !== undefined) {
        // Compiled templates are functions that only the framework's template engine understands.
        space.addCompiledTemplate(path, {
          groupList: templates,
          content,
          fallbackListenerOnNativeNode: true,
        } as never);
      }
      nextScope += 1;
      space.addStyleSheet(path, undefined, `c${nextScope.toString(36)}`);
    }
  }

  /** Options that the adapter leaves out: isolation given in JavaScript, ids in the DOM. */
  function adjustOptions(): void {
    const internals = internalsOf(space);
    const prepare = internals.prepareComponentOptions.bind(space);
    internals.prepareComponentOptions = (is, options) => {
      const config = space.getComponentStaticConfig(is);
      const given = isolationOf(options);
      if (config && config.styleIsolation === undefined && given !== undefined) {
        // The names are the same; the adapter's are a const enum.
        config.styleIsolation = given as never;
      }
      const [prepared, isolation] = prepare(is, options);
      prepared.idPrefixGenerator = null;
      prepared.writeIdToDOM = true;
      // A property may be called `dataset` or `id`; the framework's own node keeps its names.
      prepared.writeFieldsToNode = false;
      const kind = project.units[is]?.isPage === true ? 'page' : 'component';
      const name = space.getStyleScopeName(is) ?? '';
      const scope = OPEN.has(isolation) ? undefined : name;
      if (scope === undefined) openHosts.set(is, name);
      sinks.sheets.add(is, project.sheets[is], kind, { host: name, classes: scope });
      return [prepared, isolation];
    };
  }

  function runIn(path: string, run: () => unknown, related: Set<string>): void {
    space.componentEnv(path, (env) => {
      // The three globals of a mini program's script are not the browser's.
      const globals = globalThis as unknown as Record<'Page' | 'Component' | 'Behavior', unknown>;
      const before = { Page: globals.Page, Component: globals.Component, Behavior: globals.Behavior };
      const adjust = (definition: Definition): Definition => {
        for (const target of relationPaths(definition)) related.add(absolute(target, path));
        return adjustDefinition(definition, behaviors);
      };
      globals.Page = wrap(env.Page, adjust);
      globals.Component = wrap(env.Component, adjust);
      globals.Behavior = wrap(env.Behavior, adjust);
      try {
        run();
      } catch (error) {
        sinks.thrown(error, path);
      } finally {
        Object.assign(globals, before);
      }
    });
  }

  function uses(path: string): string[] {
    const unit = project.units[path];
    if (!unit) return [];
    const generics = Object.values(Object(unit.json.componentGenerics ?? {})).flatMap((generic) =>
      typeof generic === 'object' && generic !== null && 'default' in generic
        ? [String(generic.default)]
        : [],
    );
    return [...Object.values(project.global), ...Object.values(unit.using), ...generics].map((to) =>
      to.slice(1),
    );
  }

  function closure(path: string): ReadonlySet<string> {
    const known = closures.get(path);
    if (known) return known;
    const reached = new Set<string>();
    const visit = (at: string): void => {
      if (reached.has(at)) return;
      reached.add(at);
      for (const next of uses(at)) visit(next);
    };
    visit(path);
    closures.set(path, reached);
    return reached;
  }

  function load(path: string): void {
    const related = new Set<string>();
    // What is used is registered first: the framework resolves `usingComponents` when it prepares a component.
    const inOrder = Object.keys(project.units).filter((unit) => closure(path).has(unit));
    for (const unit of inOrder) {
      if (loaded.has(unit)) continue;
      loaded.add(unit);
      const script = project.scripts[unit];
      if (script) runIn(unit, script, related);
      if (isRegistered(unit)) continue;
      sinks.report({ kind: 'component', message: `${unit}: its script registered no component` });
      // WeChat shows such a page empty, and one can leave it.
      if (project.units[unit]?.isPage) runIn(unit, emptyPage, related);
    }
    loadRelated(related);
  }

  function isRegistered(unit: string): boolean {
    return space.getComponentSpace().getComponentByUrlWithoutDefault(`/${unit}`, '') !== null;
  }

  /** A relation is set up when a component is first made, and only with what is registered by then. */
  function loadRelated(paths: ReadonlySet<string>): void {
    for (const path of paths) if (path in project.units) load(path);
  }

  return { env, space, components: space.getComponentSpace(), load, closure };
}

function emptyPage(): void {
  // The global that `runIn` put there.
  (globalThis as unknown as { Page(definition: object): void }).Page({});
}

/** Without a definition, `Component()` and `Behavior()` begin WeChat's chaining style. */
function wrap(make: unknown, adjust: (definition: Definition) => Definition): unknown {
  // Page, Component and Behavior differ only in what they accept, which is the mini program's to know.
  const call = make as (definition?: Definition) => unknown;
  const wrapped = (definition?: Definition): unknown =>
    definition === undefined ? call() : call(adjust(definition));
  return Object.assign(wrapped, call);
}

function isolationOf(options: unknown): string | undefined {
  if (typeof options !== 'object' || options === null) return undefined;
  const { styleIsolation, addGlobalClass } = {
    styleIsolation: undefined,
    addGlobalClass: undefined,
    ...options,
  };
  if (typeof styleIsolation === 'string') return styleIsolation;
  return addGlobalClass === true ? 'apply-shared' : undefined;
}
