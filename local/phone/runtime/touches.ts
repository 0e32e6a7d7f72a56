/** A point of a touch as a mini program's events carry it, in px from the page's upper left corner. */
export interface TouchPoint {
  identifier: number;
  clientX: number;
  clientY: number;
  pageX: number;
  pageY: number;
  force: number;
}

/** Where a page is on the browser's screen, and how far it is scrolled. */
export interface PageOrigin {
  left: number;
  top: number;
  scrollTop: number;
}

export function touchPoint(
  at: { clientX: number; clientY: number; force?: number },
  identifier: number,
  origin: PageOrigin,
): TouchPoint {
  const clientX = at.clientX - origin.left;
  const clientY = at.clientY - origin.top;
  return {
    identifier,
    clientX,
    clientY,
    pageX: clientX,
    pageY: clientY + origin.scrollTop,
    force: at.force ?? 1,
  };
}
