/** Page transitions. Cut under tests and for people who asked their system for less motion. */
const DURATION_MS = 240;
const EASING = 'cubic-bezier(0.32, 0.72, 0, 1)';

export interface Motion {
  enter(view: HTMLElement): Promise<void>;
  leave(view: HTMLElement): Promise<void>;
}

export function createMotion(cut: boolean): Motion {
  const still = cut || matchMedia('(prefers-reduced-motion: reduce)').matches;
  const slide = async (view: HTMLElement, from: string, to: string): Promise<void> => {
    if (still) return;
    await view.animate([{ transform: from }, { transform: to }], {
      duration: DURATION_MS,
      easing: EASING,
      fill: 'both',
    }).finished;
    for (const animation of view.getAnimations()) animation.cancel();
  };
  return {
    enter: (view) => slide(view, 'translateX(100%)', 'none'),
    leave: (view) => slide(view, 'none', 'translateX(100%)'),
  };
}
