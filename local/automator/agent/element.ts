import { operationsOf } from '../../phone/builtins/shared/registry';
import { type Element, type GeneralComponent, glassEasel, isComponent } from '../../phone/runtime/easel';
import { boxOf } from '../../phone/runtime/query';
import { aim } from './aim';
import { attributeOf, describe, domsOf, elementOfParams, isCustom, pageOf, tagOf } from './nodes';
import {
  type Handlers,
  isRecord,
  list,
  optionalText,
  type Params,
  record,
  text,
  texts,
  valueAt,
} from './params';
import { select } from './selector';
import { wxmlOf } from './wxml';

/** Events that WeChat lets bubble; every other one stays where it was triggered. */
const BUBBLING =
  /^(tap|longpress|longtap|touch(start|move|end|cancel|forcechange)|transitionend|animation\w+)$/;

function trigger(
  element: Element,
  name: string,
  detail: unknown,
  extraFields: Record<string, unknown>,
): void {
  const bubbles = BUBBLING.test(name);
  glassEasel.Event.triggerEvent(element, name, detail, {
    bubbles,
    composed: bubbles,
    capturePhase: bubbles,
    extraFields,
  });
}

function touchesOf(params: Params): Record<string, unknown> {
  return { touches: list(params, 'touches'), changedTouches: list(params, 'changedTouches') };
}

function propertyOf(element: Element, name: string): unknown {
  if (name === '__propPublic') {
    const names = isComponent(element) ? glassEasel.Component.listProperties(element) : [];
    return Object.fromEntries([...names, 'id', 'class'].map((one) => [one, true]));
  }
  if (isComponent(element) && glassEasel.Component.hasProperty(element, name)) {
    return Reflect.get(element.data, name);
  }
  return attributeOf(element, name);
}

function domPropertyOf(element: Element, name: string): unknown {
  const doms = domsOf(element);
  if (name === 'innerText' || name === 'textContent') return doms.map((dom) => dom[name]).join('\n');
  const [dom] = doms;
  if (!dom && /^offset(Width|Height)$/.test(name)) return 0;
  return dom ? Reflect.get(dom, name) : undefined;
}

function offsetOf(params: Params): { left: number; top: number } {
  const { scroller } = pageOf(params);
  const origin = scroller.getBoundingClientRect();
  const box = boxOf(elementOfParams(params)) ?? origin;
  return {
    left: box.left - origin.left + scroller.scrollLeft,
    top: box.top - origin.top + scroller.scrollTop,
  };
}

function customOf(params: Params): { component: GeneralComponent; caller: Record<string, unknown> } {
  const component = elementOfParams(params);
  if (!isCustom(component)) throw new Error(`<${tagOf(component)}> is not a custom component`);
  const caller: unknown = component.getMethodCaller();
  if (!isRecord(caller)) throw new Error(`<${tagOf(component)}> has no methods`);
  return { component, caller };
}

async function callOn(
  target: unknown,
  name: string,
  args: unknown[],
  label: string,
): Promise<{ result: unknown }> {
  const found: unknown =
    typeof target === 'object' && target !== null ? Reflect.get(target, name) : undefined;
  if (typeof found !== 'function') throw new Error(`${label}.${name} not exists`);
  return { result: await found.apply(target, args) };
}

export const elementHandlers: Handlers = {
  'Element.getElement': (params) => {
    const selector = text(params, 'selector');
    const [found] = select(elementOfParams(params), selector);
    if (!found) throw new Error(`no such element: ${selector}`);
    return describe(found);
  },
  'Element.getElements': (params) => ({
    elements: select(elementOfParams(params), text(params, 'selector')).map(describe),
  }),
  'Element.getDOMProperties': (params) => ({
    properties: texts(params, 'names').map((name) => domPropertyOf(elementOfParams(params), name)),
  }),
  'Element.getAttributes': (params) => ({
    attributes: texts(params, 'names').map((name) => attributeOf(elementOfParams(params), name)),
  }),
  'Element.getStyles': (params) => {
    const [dom] = domsOf(elementOfParams(params));
    const style = dom ? getComputedStyle(dom) : undefined;
    return { styles: texts(params, 'names').map((name) => style?.getPropertyValue(name) ?? '') };
  },
  'Element.getProperties': (params) => ({
    properties: texts(params, 'names').map((name) => propertyOf(elementOfParams(params), name)),
  }),
  'Element.getOffset': offsetOf,
  'Element.getWXML': (params) => ({
    wxml: wxmlOf(elementOfParams(params), text(params, 'type') === 'outer'),
  }),
  'Element.triggerEvent': (params) => {
    const detail = 'detail' in params ? params.detail : {};
    trigger(elementOfParams(params), text(params, 'type'), detail, {});
  },
  'Element.dispatchEvent': (params) => {
    trigger(elementOfParams(params), text(params, 'eventName'), record(params, 'detail'), touchesOf(params));
  },
  'Element.callFunction': (params) => {
    const name = text(params, 'functionName');
    const operation = operationsOf(elementOfParams(params))?.[name];
    if (!operation) throw new Error(`${name} unimplemented`);
    return { result: operation(...list(params, 'args')) };
  },
  'Element.callContextMethod': (params) => {
    const element = elementOfParams(params);
    const getContext: unknown = Reflect.get(element, 'getContext');
    const context: unknown = typeof getContext === 'function' ? getContext.call(element) : undefined;
    return callOn(context, text(params, 'method'), list(params, 'args'), tagOf(element));
  },
  'Element.getData': (params) => {
    const { component } = customOf(params);
    const path = optionalText(params, 'path');
    return { data: path === undefined ? component.data : valueAt(component.data, path) };
  },
  'Element.setData': (params) =>
    new Promise<void>((resolve) => {
      const { caller } = customOf(params);
      void callOn(caller, 'setData', [record(params, 'data'), () => resolve()], 'component');
    }),
  'Element.callMethod': (params) => {
    const { component, caller } = customOf(params);
    return callOn(caller, text(params, 'method'), list(params, 'args'), tagOf(component));
  },
  // Asked by the relay, which has the fingers.
  'Agent.aim': (params) => aim(elementOfParams(params)),
  'Agent.origin': (params) => {
    const { left, top } = pageOf(params).web.getBoundingClientRect();
    return { left, top };
  },
};
