import { type ParseArgsConfig, parseArgs } from 'node:util';
import { Problem } from './problem';

/**
 * What stands after `npm run NAME --`. `usage` is how the tool is called.
 * @throws Problem for an option that it does not have: whoever mistypes one must not get something else instead
 */
export function readArguments<Config extends ParseArgsConfig>(
  usage: string,
  config: Config,
): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new Problem(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}
