import { buildFunctions, describeFunctions } from './build-functions';
import { readArguments } from './lib/arguments';
import { runTool } from './lib/problem';
import { ROOT } from './lib/root';
import { describePacking, packNpm } from './pack-npm';
import { carryVariables } from './provision/variables';

/** `npm run build`: everything that is made, not written: the functions' bundles, the mini program's packages, and what a deployment's `.env` is for the command line. */
runTool(async () => {
  readArguments('npm run build', { options: {} });
  const [packing, functions] = await Promise.all([packNpm(), buildFunctions()]);
  console.log(describePacking(packing));
  console.log(describeFunctions(functions));
  console.log(carryVariables(ROOT));
  return 0;
});
