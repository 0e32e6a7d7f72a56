import { type GeneralComponent, glassEasel } from './easel';

type Listener = (component: GeneralComponent) => void;

const listeners = new Map<string, Listener[]>();
const { prototype } = glassEasel.Component;
const { triggerLifetime } = prototype;

prototype.triggerLifetime = function trigger(name, args) {
  triggerLifetime.call(this, name, args);
  for (const listener of listeners.get(name) ?? []) listener(this);
};

/** Hears a lifetime of every component, built-in ones too, after the component has. */
export function onLifetime(name: string, listener: Listener): void {
  listeners.set(name, [...(listeners.get(name) ?? []), listener]);
}
