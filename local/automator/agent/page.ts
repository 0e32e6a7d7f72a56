import { componentOf, describe, pageOf } from './nodes';
import { type Handlers, list, optionalText, record, text, texts, valueAt } from './params';
import { select } from './selector';

function noXpath(): never {
  throw new Error('XPath is not supported by this phone: use a selector');
}

export const pageHandlers: Handlers = {
  'Page.getElement': (params) => {
    const selector = text(params, 'selector');
    const [found] = select(componentOf(pageOf(params)), selector);
    if (!found) throw new Error(`no such element: ${selector}`);
    return describe(found);
  },
  'Page.getElements': (params) => ({
    elements: select(componentOf(pageOf(params)), text(params, 'selector')).map(describe),
  }),
  'Page.getElementByXpath': noXpath,
  'Page.getElementsByXpath': noXpath,
  'Page.getData': (params) => {
    const { data } = pageOf(params).instance;
    const path = optionalText(params, 'path');
    return { data: path === undefined ? data : valueAt(data, path) };
  },
  'Page.setData': (params) =>
    new Promise<void>((resolve) => pageOf(params).instance.setData(record(params, 'data'), () => resolve())),
  'Page.callMethod': async (params) => {
    const { instance } = pageOf(params);
    const method = text(params, 'method');
    const found = instance[method];
    if (typeof found !== 'function') throw new Error(`page.${method} not exists`);
    return { result: await found.apply(instance, list(params, 'args')) };
  },
  // On WeChat a page scrolls its document; here it has an element of its own that does.
  'Page.getWindowProperties': (params) => {
    const { scroller } = pageOf(params);
    return {
      properties: texts(params, 'names').map((name) => {
        const scrolling = /^document\.(documentElement|body)\.(scroll(?:Width|Height|Top|Left))$/.exec(name);
        return scrolling?.[2] ? Reflect.get(scroller, scrolling[2]) : valueAt(window, name);
      }),
    };
  },
};
