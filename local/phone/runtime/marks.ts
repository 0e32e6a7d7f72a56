/** In a compiled style sheet: stands before each class name; becomes the component's scope and `--`, or nothing. */
export const SCOPE_MARK = '__SCOPE__';
/** Stands for the name of the component's scope itself. */
export const HOST_MARK = '__HOST__';
