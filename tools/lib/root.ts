import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project, wherever a tool is started from. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
