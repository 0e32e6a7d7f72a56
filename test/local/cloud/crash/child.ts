/** A cloud in a process of its own, so that it can be killed. Says where it listens, and lives on. */
import { startCloud } from '../../../../local/cloud/index';

const [data = ''] = process.argv.slice(2);
const byOwner = {
  IndexName: 'owner',
  MgoKeySchema: { MgoIsUnique: false, MgoIndexKeys: [{ Name: 'owner', Direction: '1' as const }] },
};
const cloud = await startCloud({
  data,
  durability: 'full',
  collections: { letters: { indexes: [byOwner] }, counters: { indexes: [] } },
});
process.stdout.write(`${cloud.url}\n`);
