import { glassEasel, HTML_TAG_PREFIX } from './easel';

const LONG_PRESS = new Set(['longpress', 'longtap']);

/** The framework's DOM backend, inside the phone's frame: own tag names, own gestures, own window. */
export class PhoneBackend extends glassEasel.CurrentWindowBackendContext {
  override document = phoneDocument();
  private readonly longPress = new WeakSet<object>();

  constructor(
    private readonly pageSize: () => { width: number; height: number },
    private readonly theme: () => string,
  ) {
    super();
  }

  override getWindowWidth(): number {
    return this.pageSize().width;
  }

  override getWindowHeight(): number {
    return this.pageSize().height;
  }

  override getTheme(): string {
    return this.theme();
  }

  /** Gestures are delivered by the phone itself, for all elements at once. */
  override onEvent(): void {
    // No listener of the framework's own on the document.
  }

  override setListenerStats(element: object, type: string): void {
    if (LONG_PRESS.has(type)) this.longPress.add(element);
  }

  hearsLongPress(target: EventTarget): boolean {
    for (let at = target instanceof Node ? target : null; at; at = at.parentNode) {
      if (this.longPress.has(at)) return true;
    }
    return false;
  }
}

function phoneDocument(): glassEasel.domlikeBackend.Context['document'] {
  const made = {
    createElement: (tag: string) =>
      document.createElement(
        tag.startsWith(HTML_TAG_PREFIX) ? tag.slice(HTML_TAG_PREFIX.length) : `wx-${tag.toLowerCase()}`,
      ),
    createTextNode: (text: string) => document.createTextNode(text),
    createDocumentFragment: () => document.createDocumentFragment(),
  };
  // The framework's own type of a DOM element is a narrower copy of the browser's, as its typings note.
  return made as unknown as glassEasel.domlikeBackend.Context['document'];
}
