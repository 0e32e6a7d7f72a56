import { readArguments } from './lib/arguments';
import { Problem, runTool } from './lib/problem';
import { ROOT } from './lib/root';
import { newKeys, rotatedKeys } from './provision/keys';
import { variablesOf } from './provision/variables';

/**
 * `npm run keys`: RS_KEYS, RS_PEPPER and RS_CANARY for a new environment, as lines of the `.env` that the CloudBase
 * command line reads. `npm run keys -- --rotate`: a new key in front of those in `.env`, or in the variables of the same names.
 * Keep them offline as well: what was sealed with a lost key is lost.
 */
const USAGE = 'npm run keys [-- --rotate]';

runTool(async () => {
  const { values } = readArguments(USAGE, { options: { rotate: { type: 'boolean', default: false } } });
  for (const [name, value] of Object.entries(values.rotate ? rotated() : newKeys()))
    console.log(`${name}=${value}`);
  return 0;
});

function rotated() {
  const { RS_KEYS, RS_PEPPER } = { ...variablesOf(ROOT), ...process.env };
  if (!RS_KEYS || !RS_PEPPER)
    throw new Problem('To rotate, have RS_KEYS and RS_PEPPER as they are now in .env, or set them.');
  try {
    return rotatedKeys({ RS_KEYS, RS_PEPPER });
  } catch (error) {
    throw new Problem(
      `RS_KEYS and RS_PEPPER are not what npm run keys printed: ${error instanceof Error ? error.message : error}`,
    );
  }
}
