import { Problem, runTool } from './lib/problem';
import { newKeys, rotatedKeys } from './provision/keys';

/**
 * `npm run keys`: RS_KEYS, RS_PEPPER and RS_CANARY for a new environment, as lines of the `.env` that the CloudBase
 * command line reads. `npm run keys -- --rotate`: a new key in front of those in RS_KEYS and RS_PEPPER. Keep them
 * offline as well: what was sealed with a lost key is lost.
 */
runTool(async () => {
  const rotate = process.argv.includes('--rotate');
  const { RS_KEYS, RS_PEPPER } = process.env;
  if (rotate && (!RS_KEYS || !RS_PEPPER))
    throw new Problem('To rotate, set RS_KEYS and RS_PEPPER as they are now.');
  const keys = rotate && RS_KEYS && RS_PEPPER ? rotatedKeys({ RS_KEYS, RS_PEPPER }) : newKeys();
  for (const [name, value] of Object.entries(keys)) console.log(`${name}=${value}`);
  return 0;
});
