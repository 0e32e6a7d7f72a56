/** A mini program by file name: a page with a list, and one with thirty components that comes and goes. */
export const FILES: Record<string, string> = {
  'app.json': JSON.stringify({ pages: ['pages/home/home', 'pages/visit/visit'] }),
  'app.js': 'App({});',
  'pages/home/home.json': '{}',
  'pages/home/home.wxml':
    '<view wx:for="{{rows}}" wx:key="id" class="row" data-id="{{item.id}}" bindtap="onRow"><text class="name">{{item.name}}</text><view class="state {{item.open ? \'open\' : \'\'}}">{{item.text}}</view></view>',
  'pages/home/home.wxss': '.row { display: flex; padding: 20rpx; } .open { color: red; }',
  'pages/home/home.js': 'Page({ data: { rows: [] }, onRow() {} });',
  'pages/visit/visit.json': JSON.stringify({ usingComponents: { card: '/components/card/card' } }),
  'pages/visit/visit.wxml':
    '<card wx:for="{{rows}}" wx:key="id" title="{{item.name}}" bind:press="onPress"><input value="{{item.text}}" /></card>',
  'pages/visit/visit.wxss': '.x { color: red; }',
  'pages/visit/visit.js':
    "Page({ data: { rows: [] }, onLoad() { this.setData({ rows: Array.from({ length: 30 }, (_, id) => ({ id, name: 'n' + id, text: 't' })) }); }, onPress() {} });",
  'components/card/card.json': '{ "component": true }',
  'components/card/card.wxml': '<view class="card" bindtap="onTap">{{title}}<slot /></view>',
  'components/card/card.wxss': '.card { padding: 10rpx; }',
  'components/card/card.js':
    "Component({ properties: { title: String }, observers: { title() {} }, methods: { onTap() { this.triggerEvent('press'); } } });",
};
