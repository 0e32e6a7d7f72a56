import { canDraw, glassEasel } from './easel';

type Listener = Parameters<glassEasel.GeneralDataGroup['setUpdateListener']>[0];

/**
 * A `setData` inside another of the same component (a child's observer fires an event that its parent
 * answers with `setData`) is common and right in WeChat, where drawing comes later. Here drawing would begin
 * inside drawing and could disorder the nodes; it is done right after instead. Data itself changes at once.
 * Call once.
 */
export function drawOneAfterAnother(): void {
  const { prototype } = glassEasel.DataGroup;
  const { setUpdateListener } = prototype;
  prototype.setUpdateListener = function setOrderedListener(listener) {
    setUpdateListener.call(
      this,
      ordered(listener, () => canDraw(this)),
    );
  };
}

function ordered(listener: Listener, wanted: () => boolean): Listener {
  const waiting: Parameters<Listener>[] = [];
  let drawing = false;
  return (...update) => {
    // WeChat leaves out what is set after a page was closed.
    if (!wanted()) return;
    waiting.push(update);
    if (drawing) return;
    drawing = true;
    try {
      for (let next = waiting.shift(); next; next = waiting.shift()) listener(...next);
    } finally {
      drawing = false;
      waiting.length = 0;
    }
  };
}
