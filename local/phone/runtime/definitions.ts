import type { CodeSpace, GeneralComponent, glassEasel } from './easel';

type Definition = Record<string, unknown>;

/** The framework's behavior behind each of WeChat's names: forms ask components for them. */
const innerBehaviors = new Map<string, glassEasel.GeneralBehavior>();

/** Whether a component was given one of WeChat's own behaviors, such as `wx://form-field`. */
export function hasBuiltinBehavior(component: GeneralComponent, name: string): boolean {
  const behavior = innerBehaviors.get(name);
  return behavior !== undefined && component.hasBehavior(behavior);
}

/** WeChat's own behaviors by name. What they mean to a form is the form's business; here they are properties. */
export function registerBuiltinBehaviors(space: CodeSpace): ReadonlyMap<string, unknown> {
  const plain = () => space.behavior().definition({}).register();
  const field = space
    .behavior()
    .definition({ properties: { name: String, value: { type: null, value: null } } })
    .register();
  const named = new Map<string, unknown>([
    ['wx://form-field', field],
    ['wx://form-field-group', plain()],
    ['wx://form-field-button', plain()],
    ['wx://component-export', plain()],
    // Lets Skyline scroll several components as one; without Skyline it does nothing.
    ['wx://proxy-scroll-view', plain()],
  ]);
  for (const [name, behavior] of named) {
    // `_$` of an adapter's behavior is the framework's.
    innerBehaviors.set(name, (behavior as { _$: glassEasel.GeneralBehavior })._$);
  }
  return named;
}

/**
 * A definition as the adapter takes it: behaviors given by WeChat's names become objects, and the behavior
 * that a relation aims at becomes the framework's own.
 */
export function adjustDefinition(definition: Definition, named: ReadonlyMap<string, unknown>): Definition {
  const adjusted: Definition = { ...definition };
  if (Array.isArray(definition.behaviors)) {
    adjusted.behaviors = definition.behaviors.map((behavior: unknown) => {
      if (typeof behavior !== 'string') return behavior;
      const found = named.get(behavior);
      if (found === undefined) throw new Error(`behavior "${behavior}" is not supported by this phone`);
      return found;
    });
  }
  if (isRecord(definition.properties)) {
    adjusted.properties = Object.fromEntries(
      Object.entries(definition.properties).map(([name, property]) => [name, withOneType(property)]),
    );
  }
  if (isRecord(definition.relations)) {
    adjusted.relations = Object.fromEntries(
      Object.entries(definition.relations).map(([key, relation]) => [key, withInnerTarget(relation)]),
    );
  }
  return adjusted;
}

/** `type: [Boolean, String]` is not documented and works in WeChat: it is what `optionalTypes` means. */
function withOneType(property: unknown): unknown {
  if (!isRecord(property) || !Array.isArray(property.type)) return property;
  const [type = null, ...others]: unknown[] = property.type;
  const optionalTypes = Array.isArray(property.optionalTypes) ? property.optionalTypes : [];
  return { ...property, type, optionalTypes: [...others, ...optionalTypes] };
}

/** The components that a definition's relations name by their paths. */
export function relationPaths(definition: Definition): string[] {
  if (!isRecord(definition.relations)) return [];
  return Object.entries(definition.relations).flatMap(([key, relation]) => {
    const target = isRecord(relation) ? relation.target : undefined;
    if (isRecord(target)) return [];
    return [typeof target === 'string' ? target : key];
  });
}

function withInnerTarget(relation: unknown): unknown {
  if (!isRecord(relation) || !isRecord(relation.target)) return relation;
  // `_$` of an adapter's behavior is the framework's behavior, which is what relations compare.
  return '_$' in relation.target ? { ...relation, target: relation.target._$ } : relation;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
