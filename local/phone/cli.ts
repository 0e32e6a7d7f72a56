import { automatorExtension } from '../automator/extension';
import { runPhone } from './dev/command';

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const code = await runPhone(process.argv.slice(2), print, [automatorExtension(print)]);
if (code !== undefined) process.exitCode = code;
