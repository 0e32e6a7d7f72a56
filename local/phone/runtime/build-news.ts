/** What a development server says after each build: which files were saved, and why it failed if it did. */
export interface BuildNews {
  changed: string[];
  failure?: string;
}
