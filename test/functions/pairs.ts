import type { Town } from '../support/town';

/** The sample elder, who cannot get out, and a party member put themselves on the list of their community. */
export async function enlisted(t: Town): Promise<void> {
  const communityId = 'jianguo';
  await t.as('elder').call('pair.enlist', { side: 'old', frail: true, listed: true, communityId });
  await t.as('member').call('pair.enlist', { side: 'young', frail: false, listed: true, communityId });
}

/** They are paired; the id of the pair. */
export async function paired(t: Town): Promise<string> {
  await enlisted(t);
  const [candidate] = (await t.as('member').call('pair.list', {})).candidates;
  const { pairs } = await t
    .as('member')
    .call('pair.ask', { entryId: candidate?.id ?? '', direction: 'young_helps_old' });
  const id = pairs[0]?.id ?? '';
  await t.as('elder').call('pair.answer', { id, command: 'agree' });
  return id;
}
