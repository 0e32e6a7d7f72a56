/**
 * Closed lists with their Chinese names, by room; a new list or word goes into its room's file. A file
 * beside the folder and no `index.ts` in it: WeChat does not look into a folder for one.
 */
export * from './words/office';
export * from './words/people';
export * from './words/school';
export * from './words/service';
