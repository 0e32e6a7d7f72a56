import type { Element, Page } from './client';
import type { Driver } from './driver/driver';
import { isComponent } from './driver/walk';

/** What a person presses: WeChat's own controls and what says that it is one. */
const PRESSABLE = [
  'button',
  'switch',
  ...['button', 'link', 'checkbox', 'radio', 'switch', 'tab'].map((role) => `[aria-role=${role}]`),
]
  .map((one) => `>>> ${one}`)
  .join(', ');
const FIELDS = '>>> input, >>> textarea';

interface Field extends Element {
  input(value: string): Promise<void>;
}

/** What of a page a person would see, press and write into. */
export class Look {
  readonly #driver: Driver;

  constructor(driver: Driver) {
    this.#driver = driver;
  }

  /** Those of them that have a place on the glass. */
  async shown(elements: readonly Element[]): Promise<Element[]> {
    const seen = await Promise.all(elements.map((one) => this.#isShown(one)));
    return elements.filter((_element, index) => seen[index]);
  }

  /** What can be pressed and has these words in it or in its label. */
  async withWords(page: Page, word: string): Promise<Element[]> {
    const all = await this.#driver.findAll(page, PRESSABLE);
    const fits = await Promise.all(
      all.map(async (element) => {
        const label: string | null = await element.attribute('aria-label');
        return (label ?? '').includes(word) || (await element.text()).includes(word);
      }),
    );
    // What has other words need not be looked at: each look is a question to the phone.
    return this.shown(all.filter((_element, index) => fits[index]));
  }

  /** The middle of a component's host may be empty: inside, the primary button is meant, else the first one. */
  async pressable(element: Element): Promise<Element> {
    if (!isComponent(element)) return element;
    const visible = await this.shown(await this.#driver.findAll(element, PRESSABLE));
    const classes = await Promise.all(visible.map((one) => one.attribute('class')));
    const primary = visible.find((_one, index) => /--primary\b/.test(classes[index] ?? ''));
    // A button before a line that can be pressed too: 有意见，说一句 stands beside every main button.
    const button = visible.find(({ tagName }) => tagName === 'button');
    return primary ?? button ?? visible[0] ?? element;
  }

  /** The input or textarea that it is or has. */
  async field(element: Element): Promise<Field> {
    if (isField(element)) return element;
    const [field] = await this.#driver.findAll(element, FIELDS);
    if (!field || !isField(field)) throw new Error('there is no input or textarea in it');
    return field;
  }

  async #isShown(element: Element): Promise<boolean> {
    const [size, visibility] = await Promise.all([element.size(), element.style('visibility')]);
    if (visibility === 'hidden') return false;
    // Typed as text by the client, they are the DOM's numbers.
    if (Number(size.width) > 0 && Number(size.height) > 0) return true;
    // What is in a component may be larger than its host, as a bar that is fixed at the bottom.
    if (!isComponent(element)) return false;
    const views = await this.#driver.findAll(element, '>>> view');
    const inside = await Promise.all(views.map((one) => one.size()));
    return inside.some(({ width, height }) => Number(width) > 0 && Number(height) > 0);
  }
}

function isField(element: Element): element is Field {
  return 'input' in element;
}
