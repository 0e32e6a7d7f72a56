/** When waiting is said, ms (visual.md section 11). The call itself gives up after 15 s and becomes 'error'. */
const SKELETON_AFTER = 200;
const WORDS_AFTER = 5_000;

/**
 * The four states of a page. Wraps the content: <rs-state state="{{state}}" …>…</rs-state>
 *   state: 'loading' | 'ready' | 'empty' | 'error' — the slot is shown only when ready
 *   skeleton: 'cards' | 'rows' | 'detail'
 *   empty-title · empty-text · empty-action: word of its primary, '' for none · empty-icon
 *   fail-title: 课表没取出来 · fail-text: 您报的名都还在 · offline: no network is not our fault and is said so
 *   community: whose counter is rung, '' for one's own · plain: outline buttons, where the page has its own primary
 *   bind:retry · bind:empty
 */
Component({
  options: { styleIsolation: 'apply-shared', pureDataPattern: /^_/ },
  properties: {
    state: { type: String, value: 'loading' },
    skeleton: { type: String, value: 'cards' },
    emptyTitle: { type: String, value: '眼下还没有' },
    emptyText: { type: String, value: '' },
    emptyAction: { type: String, value: '' },
    emptyIcon: { type: String, value: '' },
    failTitle: { type: String, value: '没取出来' },
    failText: { type: String, value: '' },
    offline: { type: Boolean, value: false },
    community: { type: String, value: '' },
    plain: { type: Boolean, value: false },
  },
  data: { drawn: false, slow: false, _timers: [] as number[] },
  lifetimes: {
    attached() {
      this.follow();
    },
    detached() {
      this.stop();
    },
  },
  observers: {
    state() {
      this.follow();
    },
  },
  methods: {
    follow() {
      this.stop();
      if (this.data.state !== 'loading') return;
      const drawn = setTimeout(() => this.setData({ drawn: true }), SKELETON_AFTER);
      const slow = setTimeout(() => this.setData({ slow: true }), WORDS_AFTER);
      this.setData({ _timers: [drawn, slow] });
    },
    stop() {
      for (const timer of this.data._timers) clearTimeout(timer);
      this.setData({ drawn: false, slow: false, _timers: [] });
    },
    onRetry() {
      this.triggerEvent('retry');
    },
    onEmpty() {
      this.triggerEvent('empty');
    },
  },
});
