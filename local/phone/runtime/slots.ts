import { glassEasel, refillSlot, type SlotRoot, slotRoot } from './easel';

/**
 * Where the children of a component go that has several slots and does not set `multipleSlots`. WeChat documents
 * one slot for this case only, so the framework below the page decides. Pages of the WebView stand on the older
 * one (miniprogram-exparser on npm), which fills the first slot without a name and no other. The framework of
 * this phone fills the first slot whatever its name, as Skyline does, and a WebView that `glassEaselWebview` puts
 * on it (适配指引 of glass-easel). TDesign's tabs show the difference. Call once.
 */
export function fillUnnamedSlots(): void {
  const prototype = slotRoot(glassEasel.ShadowRoot.prototype);
  for (const step of ['_$applySlotsInsertion', '_$applySlotsRemoval', '_$applySlotRename'] as const) {
    const original = prototype[step];
    prototype[step] = function apply(this: SlotRoot, ...args: unknown[]) {
      if (this._$singleSlot === undefined) original.apply(this, args);
      else fillFirstUnnamed(this);
    };
  }
}

/** Only a component with one slot has this member, null while there is no slot. */
function fillFirstUnnamed(root: SlotRoot): void {
  let at = root._$subtreeSlotStart;
  while (at && at.value._$slotName !== '') at = at.next;
  const filled = root._$singleSlot ?? null;
  const wanted = at?.value ?? null;
  if (filled === wanted) return;
  root._$singleSlot = wanted;
  refillSlot(root, filled, wanted);
}
