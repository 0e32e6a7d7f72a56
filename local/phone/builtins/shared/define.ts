import { type ComponentSpace, domOf, type GeneralComponent, glassEasel } from '../../runtime/easel.js';
import type { Host } from '../../runtime/host.js';
import { registerCommon } from './common.js';
import { type Shell, shellElements, shellTemplate } from './shell.js';

/** Properties by name with their default; `null` stands for a property that takes any value. */
export type Properties = Record<string, string | number | boolean | null>;

/** What a property reads as, whatever the template passed: WeChat converts, and so is it done here. */
export type Values<P extends Properties> = {
  readonly [K in keyof P]: P[K] extends string
    ? string
    : P[K] extends number
      ? number
      : P[K] extends boolean
        ? boolean
        : unknown;
};

export interface EventOptions {
  bubbles?: boolean;
  composed?: boolean;
  /** Gets what each listener returned. */
  onReturn?: (returned: unknown) => void;
}

/** One built-in element on a page, as its setup function sees it. */
export interface Self<P extends Properties> {
  readonly component: GeneralComponent;
  readonly host: Host;
  /** The `<wx-…>` element. */
  readonly dom: HTMLElement;
  /** The elements of its shell, each before what is inside of it. */
  readonly wrappers: readonly HTMLElement[];
  readonly data: Values<P>;
  /** Changes own properties, as a person does by using the control; feeds `model:` bindings. */
  readonly set: (values: Partial<Values<P>>) => void;
  readonly fire: (name: string, detail?: unknown, options?: EventOptions) => void;
  /** Called when the component leaves the page. */
  onDetach(release: () => void): void;
}

/** What a built-in element answers to. */
export interface Part<P extends Properties> {
  /** By property, after all properties of one update are in place; also for the values from the template. */
  readonly changed?: { readonly [K in keyof P]?: () => void };
  attached?(): void;
  detached?(): void;
}

export interface BuiltIn {
  readonly tag: string;
  register(space: ComponentSpace, host: Host): void;
}

/** Declares a built-in component. `setup` runs once for each element, before its first property value. */
export function builtIn<P extends Properties>(
  tag: string,
  properties: P,
  setup?: (self: Self<P>) => Part<P> | undefined,
  shell?: Shell,
): BuiltIn {
  const Data = dataClass(properties);
  const parts = new WeakMap<object, Part<P>>();
  const releases = new WeakMap<object, (() => void)[]>();

  const start = (component: GeneralComponent, host: Host): void => {
    const dom = domOf(component);
    // A late setData on a page that was closed still creates; what is created has no element and no part to play.
    if (!dom) return;
    const self = new Instance(component, dom, host, new Data(component), shell, (release) => {
      const list = releases.get(component) ?? [];
      releases.set(component, [...list, release]);
    });
    const part = setup?.(self);
    if (part) parts.set(component, part);
  };

  const register = (space: ComponentSpace, host: Host): void => {
    const builder = space.define(`wx://${tag}`);
    builder.options({
      dataDeepCopy: glassEasel.DeepCopyKind.None,
      propertyPassingDeepCopy: glassEasel.DeepCopyKind.None,
    });
    registerCommon(builder);
    for (const [name, value] of Object.entries(properties)) {
      builder.property(name, {
        type: null,
        value,
        observer(this: GeneralComponent) {
          parts.get(this)?.changed?.[name]?.();
        },
      });
    }
    if (shell) {
      builder.options({ multipleSlots: true });
      builder.template(shellTemplate(shell));
    }
    if (setup) {
      builder.lifetime('created', function (this: unknown) {
        // Lifetimes of components defined without a method caller run on the component itself.
        start(this as GeneralComponent, host);
      });
      builder.lifetime('attached', function (this: object) {
        parts.get(this)?.attached?.();
      });
      builder.lifetime('detached', function (this: object) {
        parts.get(this)?.detached?.();
        for (const release of releases.get(this) ?? []) release();
        releases.delete(this);
      });
    }
    const definition = builder.registerComponent().general();
    shareDefaults(definition);
    space.setGlobalUsingComponent(tag, definition);
  };
  return { tag, register };
}

/**
 * Pages hold thousands of built-in elements with dozens of properties each, nearly all at their default. The
 * framework would copy every default into every element; here the elements inherit them from one object.
 */
function shareDefaults(definition: glassEasel.GeneralComponentDefinition): void {
  // Asking for the dependencies is what prepares a definition.
  definition.getComponentDependencies();
  // `_$data` lists the functions that make an element's first data. It is internal to the pinned version.
  const behavior = definition.behavior as unknown as { _$data: (() => Record<string, unknown>)[] };
  const defaults = Object.assign({}, ...behavior._$data.map((generate) => generate()));
  behavior._$data = [() => Object.create(defaults)];
}

class Instance<P extends Properties> implements Self<P> {
  readonly wrappers: readonly HTMLElement[];

  constructor(
    readonly component: GeneralComponent,
    readonly dom: HTMLElement,
    readonly host: Host,
    readonly data: Values<P>,
    shell: Shell | undefined,
    readonly onDetach: (release: () => void) => void,
  ) {
    this.wrappers = shell ? shellElements(dom, shell) : [];
  }

  // Members that setup functions may take apart, so they carry their `this` with them.
  readonly set = (values: Partial<Values<P>>): void => {
    this.component.setData(values);
  };

  readonly fire = (name: string, detail: unknown = {}, options: EventOptions = {}): void => {
    const { onReturn, ...rest } = options;
    glassEasel.Event.triggerEvent(this.component, name, detail, {
      ...rest,
      ...(onReturn ? { handleListenerReturn: onReturn } : {}),
    });
  };
}

/** A class whose getters read a component's properties, each converted to the type of its default. */
function dataClass<P extends Properties>(properties: P): new (component: GeneralComponent) => Values<P> {
  class Data {
    constructor(readonly component: GeneralComponent) {}
  }
  for (const [name, fallback] of Object.entries(properties)) {
    const read = reader(fallback);
    Object.defineProperty(Data.prototype, name, {
      get(this: Data) {
        return read(this.component.data[name]);
      },
    });
  }
  // The getters that were just defined are the members of Values<P>.
  return Data as unknown as new (
    component: GeneralComponent,
  ) => Values<P>;
}

function reader(fallback: Properties[string]): (value: unknown) => unknown {
  if (typeof fallback === 'string')
    return (value) => (value === null || value === undefined ? fallback : String(value));
  if (typeof fallback === 'number') return (value) => numberOr(value, fallback);
  if (typeof fallback === 'boolean') return Boolean;
  return (value) => value;
}

/** WeChat takes `"20"`, `20` and `"20px"` where it wants a number. */
export function numberOr(value: unknown, fallback: number): number {
  if (typeof value === 'number') return Number.isFinite(value) ? value : fallback;
  if (typeof value !== 'string' || value.trim() === '') return fallback;
  const parsed = Number.parseFloat(value);
  return Number.isFinite(parsed) ? parsed : fallback;
}
