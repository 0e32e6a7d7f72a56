import { runPhone } from './dev/command';

const code = await runPhone(process.argv.slice(2), (line) => process.stdout.write(`${line}\n`));
if (code !== undefined) process.exitCode = code;
