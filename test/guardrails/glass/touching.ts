import { overlap, type Seen, short } from './seen';

export interface TouchLimits {
  /** Smallest side of what can be pressed, px. */
  touch: number;
  /** Smallest height of the primary button, px. */
  primary: number;
}

/** Fingers: what can be pressed is large enough, has a name, and lies over nothing else that can be. */
export function touching({ controls }: Seen, { touch, primary }: TouchLimits): string[] {
  const found: string[] = [];
  for (const { element, name, box } of controls) {
    const [wide, high] = [box.right - box.left, box.bottom - box.top];
    const called = short(name || element.className);
    if (name === '') found.push(`nothing to read aloud ${called}`);
    if (wide < touch - 0.5 || high < touch - 0.5)
      found.push(`to press ${Math.round(wide)} × ${Math.round(high)} ${called}`);
    if (/t-button--primary/.test(element.className) && high < primary - 0.5)
      found.push(`primary ${Math.round(high)} high ${called}`);
  }
  controls.forEach((one, index) => {
    for (const two of controls.slice(index + 1))
      if (one.layer === two.layer && overlap(one.box, two.box) > 2)
        found.push(`${short(one.name)} lies over ${short(two.name)}`);
  });
  return found;
}
