import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { hashFiles, replaceFile } from '../lib/files';

/** What a bundle was made of. */
interface Remembered {
  /** Relative to the project's root. */
  inputs: string[];
  /** Over the inputs' contents and the way of building. */
  stamp: string;
}

/** Remembers what each bundle was made of, so that an unchanged one is not built again. */
export class BuildCache {
  readonly #root: string;
  readonly #recipe: string;

  /** `recipe`: everything besides the inputs that decides the result, as text. */
  constructor(root: string, recipe: string) {
    this.#root = root;
    this.#recipe = recipe;
  }

  isFresh(name: string, outputs: readonly string[]): boolean {
    const file = this.#file(name);
    if (!existsSync(file) || !outputs.every((output) => existsSync(output))) return false;
    // Written by `remember` alone.
    const record = JSON.parse(readFileSync(file, 'utf8')) as Remembered;
    if (!record.inputs.every((input) => existsSync(path.join(this.#root, input)))) return false;
    return record.stamp === this.#stamp(record.inputs, outputs);
  }

  remember(name: string, inputs: readonly string[], outputs: readonly string[]): void {
    const record: Remembered = { inputs: [...inputs], stamp: this.#stamp(inputs, outputs) };
    replaceFile(this.#file(name), JSON.stringify(record));
  }

  #stamp(inputs: readonly string[], outputs: readonly string[]): string {
    const files = [...inputs.map((input) => path.join(this.#root, input)), ...outputs];
    return hashFiles([
      ['recipe', this.#recipe],
      ...files.map((file) => [path.relative(this.#root, file), readFileSync(file)] as const),
    ]);
  }

  #file(name: string): string {
    return path.join(this.#root, '.cache/functions', `${name}.json`);
  }
}
