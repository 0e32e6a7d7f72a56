import { buildFunctions, describeFunctions } from './build-functions';
import { readArguments } from './lib/arguments';
import { runTool } from './lib/problem';
import { describePacking, packNpm } from './pack-npm';

/** `npm run build`: everything that is made, not written: the functions' bundles and the mini program's packages. */
runTool(async () => {
  readArguments('npm run build', { options: {} });
  const [packing, functions] = await Promise.all([packNpm(), buildFunctions()]);
  console.log(describePacking(packing));
  console.log(describeFunctions(functions));
  return 0;
});
