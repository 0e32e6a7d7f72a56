/** Sizes of the phone in CSS px, as WeChat reports them on an iPhone with a notch. */
export const STATUS_BAR = 47;
export const NAVIGATION_BAR = 44;
export const TAB_BAR = 50;
export const HOME_INDICATOR = 34;
/** The frame when the browser window is larger than a phone. */
export const FRAME = { width: 390, height: 844 } as const;
/** `getMenuButtonBoundingClientRect`, measured from the right edge of the frame. */
export const CAPSULE = { width: 87, height: 32, top: 51, right: 7 } as const;
/** WeChat's navigation stack holds ten pages. */
export const STACK_LIMIT = 10;
