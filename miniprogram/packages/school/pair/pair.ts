import { call } from '../../../api/call';
import { Refused, saysOf, Unreachable } from '../../../api/failures';
import { intention } from '../../../api/intention';
import { troubleOf } from '../../../api/trouble';
import type { PairCandidate, PairCommand, PairsView } from '../../../contract/home-lesson';
import type { PairDirection } from '../../../contract/words';
import { ask } from '../../../device/ask';
import { knownCommunities, myCommunity } from '../../../device/counter';
import { look } from '../../../device/look';
import { communityChoices } from '../../../lib/community';
import { type PairCard, pairCard, sidesFor } from './pair.view';

/** 结对: the voluntary list and the pairs of this person (S49). */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'error',
    offline: false,
    pairs: [] as PairCard[],
    candidates: [] as PairCandidate[],
    listed: false,
    sides: sidesFor({ mayVisit: false }),
    side: '',
    communities: [] as { value: string; title: string }[],
    communityId: '',
    busy: false,
    news: '',
    newsTone: 'pine' as 'pine' | 'rust',
  },
  intention: intention(),

  async onShow() {
    this.setData(look());
    await this.load();
  },
  async load() {
    try {
      this.show(await call('pair.list', {}));
    } catch (failure) {
      this.setData({ state: 'error', offline: troubleOf(failure).offline });
    }
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
  show(view: PairsView) {
    const { entry } = view;
    const communities = communityChoices(knownCommunities());
    this.setData({
      state: 'ready',
      pairs: view.pairs.map(pairCard),
      candidates: view.candidates,
      listed: entry?.listed ?? false,
      sides: sidesFor(view),
      side: this.data.side || (entry === null ? '' : entry.frail ? 'frail' : entry.side),
      communities,
      communityId: this.data.communityId || (view.communityId ?? myCommunity() ?? ''),
    });
  },
  onSide({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ side: detail.value, news: '' });
  },
  onCommunity({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ communityId: detail.value, news: '' });
  },
  async onEnlist() {
    await this.enlist(true, '上名单了。名单上的人能看见您的姓，别的看不见');
  },
  async onLeave() {
    await this.enlist(false, '名单上没您了，结好的对还在');
  },
  async enlist(listed: boolean, says: string) {
    const { side, communityId } = this.data;
    const input = {
      side: side === 'young' ? ('young' as const) : ('old' as const),
      frail: side === 'frail',
      listed,
      communityId,
    };
    await this.try(says, (rid) => call('pair.enlist', input, { rid }));
  },
  async onAsk(event: WechatMiniprogram.TouchEvent) {
    const { id, direction } = event.currentTarget.dataset;
    // The page offers these two and no other.
    const input = { entryId: String(id), direction: direction as PairDirection };
    await this.try('问过去了，人家点头就算成', (rid) => call('pair.ask', input, { rid }));
  },
  async onCommand(event: WechatMiniprogram.TouchEvent) {
    const { id, command } = event.currentTarget.dataset;
    if (command === 'end' && !(await ask('解开结对？以前记的都还在', '解开', '留着'))) return;
    // The buttons come from the reply's `next`.
    const input = { id: String(id), command: command as PairCommand };
    await this.try(command === 'agree' ? '结上了。商量个日子，上门坐坐' : '好，记下了', (rid) =>
      call('pair.answer', input, { rid }),
    );
  },
  async try(says: string, run: (rid: string) => Promise<PairsView>) {
    if (this.data.busy) return;
    this.setData({ busy: true, news: '' });
    try {
      this.show(await run(this.intention.rid()));
      this.intention.answered();
      this.setData({ news: says, newsTone: 'pine' });
    } catch (failure) {
      if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
      if (failure instanceof Refused) this.intention.answered();
      this.setData({ news: saysOf(failure), newsTone: 'rust' });
    } finally {
      this.setData({ busy: false });
    }
  },
});
