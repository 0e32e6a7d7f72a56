/** Where the slides of a swiper are. Positions are counted in slides, distances in CSS px. */
export interface Slides {
  readonly index: number;
  items(): HTMLElement[];
  /** Draws all slides, moved by `offset` px, with this CSS transition. */
  show(offset: number, transition: string): void;
  /** Moves the slides with a finger. Returns the px they really moved. */
  follow(distance: number): number;
  moveTo(index: number, transition: string): void;
  /** The index after the current one; beyond the last in a circle. */
  next(): number;
  /** The index to come to rest on when a finger moved `distance` px and left with `speed` px/ms. */
  after(distance: number, speed: number): number;
  /** Takes an index that came from outside, without moving there. */
  clamp(index: number): void;
}

interface Setting {
  vertical(): boolean;
  /** How many slides are seen at once. */
  shown(): number;
  circular(): boolean;
}

/** A flick faster than this (px/ms) turns the page however short it was. */
const FLICK = 0.3;

export function createSlides(frame: HTMLElement, setting: Setting): Slides {
  let index = 0;
  const items = (): HTMLElement[] =>
    [...frame.children].filter((item): item is HTMLElement => item.tagName === 'WX-SWIPER-ITEM');
  const isCircle = (count: number): boolean => setting.circular() && count > setting.shown();
  const size = (): number => (setting.vertical() ? frame.clientHeight : frame.clientWidth) / setting.shown();
  const last = (count: number): number => Math.max(0, count - setting.shown());
  const within = (to: number, count: number): number => Math.min(Math.max(to, 0), last(count));

  /** Places from the current slide, the shorter way round in a circle. */
  const slotOf = (at: number, count: number): number => {
    const slot = at - index;
    if (!isCircle(count)) return slot;
    const low = -Math.floor((count - setting.shown()) / 2);
    return ((((slot - low) % count) + count) % count) + low;
  };
  const draw = (offset: number, transition: string): void => {
    const all = items();
    const share = 100 / setting.shown();
    all.forEach((item, at) => {
      const slot = slotOf(at, all.length);
      const place = `calc(${slot * 100}% + ${offset}px)`;
      const jumped =
        isCircle(all.length) && Math.abs(slot - Number(item.dataset.slot ?? slot)) > all.length / 2;
      item.dataset.slot = String(slot);
      item.style.width = setting.vertical() ? '100%' : `${share}%`;
      item.style.height = setting.vertical() ? `${share}%` : '100%';
      // A slide that changes ends of the circle must not be seen crossing the window.
      item.style.transition = jumped ? 'none' : transition;
      item.style.transform = setting.vertical() ? `translate(0, ${place})` : `translate(${place}, 0)`;
      item.inert = slot < 0 || slot >= setting.shown();
    });
  };
  return {
    get index() {
      return index;
    },
    items,
    show: (offset, transition) => draw(offset, transition),
    follow(distance) {
      const count = items().length;
      const outside =
        !isCircle(count) && ((index === 0 && distance > 0) || (index >= last(count) && distance < 0));
      const moved = outside ? distance / 3 : distance;
      draw(moved, 'none');
      return moved;
    },
    moveTo(to, transition) {
      const count = items().length;
      if (count === 0) return;
      if (isCircle(count)) {
        index = ((to % count) + count) % count;
      } else {
        index = within(to, count);
      }
      draw(0, transition);
    },
    next() {
      const count = items().length;
      if (isCircle(count)) return index + 1;
      return index >= last(count) ? 0 : index + 1;
    },
    after(distance, speed) {
      const steps = Math.round(distance / Math.max(size(), 1));
      if (steps !== 0) return index - steps;
      if (Math.abs(speed) > FLICK) return index - Math.sign(speed);
      return index;
    },
    clamp(to) {
      const count = items().length;
      index =
        count === 0
          ? Math.max(0, Math.round(to))
          : isCircle(count)
            ? Math.min(Math.max(to, 0), count - 1)
            : within(to, count);
    },
  };
}
