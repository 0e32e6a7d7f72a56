import { readArguments } from './lib/arguments';
import { Problem, runTool } from './lib/problem';
import { newKeys, rotatedKeys } from './provision/keys';

/**
 * `npm run keys`: RS_KEYS, RS_PEPPER and RS_CANARY for a new environment, as lines of the `.env` that the CloudBase
 * command line reads. `npm run keys -- --rotate`: a new key in front of those in RS_KEYS and RS_PEPPER. Keep them
 * offline as well: what was sealed with a lost key is lost.
 */
const USAGE = 'npm run keys [-- --rotate]';

runTool(async () => {
  const { values } = readArguments(USAGE, { options: { rotate: { type: 'boolean', default: false } } });
  for (const [name, value] of Object.entries(values.rotate ? rotated() : newKeys()))
    console.log(`${name}=${value}`);
  return 0;
});

function rotated() {
  const { RS_KEYS, RS_PEPPER } = process.env;
  if (!RS_KEYS || !RS_PEPPER) throw new Problem('To rotate, set RS_KEYS and RS_PEPPER as they are now.');
  try {
    return rotatedKeys({ RS_KEYS, RS_PEPPER });
  } catch (error) {
    throw new Problem(
      `RS_KEYS and RS_PEPPER are not what npm run keys printed: ${error instanceof Error ? error.message : error}`,
    );
  }
}
