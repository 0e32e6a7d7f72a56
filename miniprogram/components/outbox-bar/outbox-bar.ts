import { outbox, type QueuedItem } from '../../api/outbox';
import { ask } from '../../device/ask';
import { waitingLook } from './outbox-bar.view';

/**
 * What waits for the network on this phone, and what came back refused. Draws nothing when there is nothing.
 *   only: begin of the action's name, e.g. 'request.submit' ('' for all)
 *   bind:edit → detail { item: QueuedItem }: the page opens its composer with it and posts it again under the
 *   same rid, which replaces what waits (dropping it would delete its recording)
 */
Component({
  // No node of its own: where it draws nothing, it leaves no gap either.
  options: { styleIsolation: 'apply-shared', virtualHost: true },
  properties: { only: { type: String, value: '' } },
  data: { waiting: '', cards: waitingLook([]).cards },
  lifetimes: {
    attached() {
      this.stopWatching = outbox.watch(({ items }) => this.show(items));
    },
    detached() {
      this.stopWatching();
    },
  },
  methods: {
    stopWatching: (() => undefined) as () => void,
    show(items: readonly QueuedItem[]) {
      this.setData(waitingLook(items.filter(({ name }) => name.startsWith(this.data.only))));
    },
    onRetry(event: WechatMiniprogram.TouchEvent) {
      outbox.retry(event.currentTarget.dataset.rid);
    },
    onEdit(event: WechatMiniprogram.TouchEvent) {
      const item = outbox.state().items.find(({ rid }) => rid === event.currentTarget.dataset.rid);
      if (item) this.triggerEvent('edit', { item });
    },
    async onDrop(event: WechatMiniprogram.TouchEvent) {
      if (await ask('这一句不要了？删了就找不回来了', '不要了', '留着'))
        await outbox.drop(event.currentTarget.dataset.rid);
    },
  },
});
