/** Two fingers that move apart or together. `factor` is their distance now over that at the beginning. */
export function onPinch(dom: HTMLElement, pinch: (factor: number, finished: boolean) => void): () => void {
  let first = 0;
  let factor = 1;
  const distance = (touches: TouchList): number => {
    const [a, b] = [touches[0], touches[1]];
    return a && b ? Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY) : 0;
  };
  const start = (event: TouchEvent): void => {
    if (event.touches.length === 2) first = distance(event.touches);
  };
  const move = (event: TouchEvent): void => {
    if (first === 0 || event.touches.length !== 2) return;
    factor = distance(event.touches) / first;
    pinch(factor, false);
    if (event.cancelable) event.preventDefault();
  };
  const end = (event: TouchEvent): void => {
    if (first === 0 || event.touches.length >= 2) return;
    first = 0;
    pinch(factor, true);
    factor = 1;
  };
  dom.addEventListener('touchstart', start, { passive: true });
  dom.addEventListener('touchmove', move, { passive: false });
  for (const type of ['touchend', 'touchcancel'] as const) dom.addEventListener(type, end);
  return () => {
    first = 0;
  };
}
