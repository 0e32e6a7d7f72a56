import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lookOf, shouldOffer } from '../../../miniprogram/lib/elder';
import { fourLines } from '../../../miniprogram/lib/four-lines';
import { CHECK_IN_WAYS, REQUEST_COMMANDS, SESSION_STATES, STAGES } from '../../../miniprogram/lib/labels';
import { seenText } from '../../../miniprogram/lib/seen';
import { tabsOf } from '../../../miniprogram/lib/tabs';
import {
  clip,
  joined,
  known,
  lengthOf,
  named,
  roomLeft,
  steady,
  unbroken,
} from '../../../miniprogram/lib/text';
import { timeline } from '../../../miniprogram/lib/timeline';
import { SAMPLE_NOW } from '../../pages/samples/clock';

test('a fact that nobody has given is a visible placeholder, never an empty line', () => {
  assert.equal(known(null), '待填写');
  assert.equal(known(''), '待填写');
  assert.equal(known(undefined), '待填写');
  assert.equal(known('源课堂'), '源课堂');
});

test('characters are counted as a person counts them', () => {
  assert.equal(lengthOf('𠮷祥👵'), 3);
  assert.equal(clip('楼道里的旧家具归谁搬', 5), '楼道里的…');
  assert.equal(clip('楼道', 5), '楼道');
});

test('the room for words is mentioned only when it runs out', () => {
  assert.equal(roomLeft('厨房灯不亮了', 500), '');
  assert.equal(roomLeft('字'.repeat(490), 500), '还能写 10 个字');
  assert.equal(roomLeft('字'.repeat(503), 500), '多了 3 个字');
  assert.equal(roomLeft('张大娘', 20), '');
});

test('what the street has not named is called what it is', () => {
  assert.equal(named('社区', null), '社区（名称待填写）');
  assert.equal(named('社区', '建国社区'), '建国社区');
});

test('what is missing in a line leaves no gap', () => {
  assert.equal(joined('党员夜校', null, '源课堂', false, ''), '党员夜校\u00a0· 源课堂');
});

test('a line ends after its dot, never before it, and never between a number and what it counts', () => {
  assert.deepEqual(joined('还有 2 座', '建国社区').split(' '), ['还有', '2\u00a0座\u00a0·', '建国社区']);
  assert.deepEqual(steady('社区正在核对，3 个工作日内给您回话').split(' '), [
    '社区正在核对，3\u00a0个工作日内给您回话',
  ]);
  assert.equal(
    steady('12月1日 周二 13:30 · 编号 FABBX，共 3 件'),
    '12月1日 周二\u00a013:30 · 编号\u00a0FABBX，共\u00a03\u00a0件',
  );
  assert.equal(unbroken('今天 18:30').includes(' '), false);
});

test('three sizes: 16, 21 and 29 px for one rem, and only the last two are 大字版', () => {
  assert.deepEqual(lookOf('standard'), { root: 16, elder: false });
  assert.deepEqual(lookOf('large'), { root: 21, elder: true });
  assert.deepEqual(lookOf('huge'), { root: 29, elder: true });
});

test('大字版 is offered once, from a system font of 22, and never to whoever has answered or has it', () => {
  assert.equal(shouldOffer(22, 'standard', false), true);
  assert.equal(shouldOffer(21, 'standard', false), false);
  assert.equal(shouldOffer(24, 'standard', true), false);
  assert.equal(shouldOffer(24, 'large', false), false);
  assert.equal(shouldOffer(undefined, 'standard', false), false);
});

test('in 大字版 three tabs remain: 首页, 我的事, 我的', () => {
  assert.deepEqual(
    tabsOf('service', true).map(({ word }) => word),
    ['首页', '我的事', '我的'],
  );
  const tabs = tabsOf('service', false);
  assert.equal(tabs.length, 4);
  assert.deepEqual(
    tabs.filter(({ icon }) => icon.endsWith('-filled')).map(({ value }) => value),
    ['service'],
  );
});

test('a last copy says why it is shown and how old it is; a fresh answer says nothing', () => {
  assert.equal(seenText(null, false, SAMPLE_NOW), '');
  assert.match(seenText(SAMPLE_NOW - 3_600_000, false, SAMPLE_NOW), /现在没网.*今天 13:20/);
  assert.match(seenText(SAMPLE_NOW - 3_600_000, true, SAMPLE_NOW), /我们这边的毛病.*今天 13:20/);
});

test('the timeline stands newest first, at the time when it happened and not when it arrived', () => {
  const lines = timeline(
    [
      { at: SAMPLE_NOW - 7_200_000, text: '您交上来了', who: '您', occurredAt: null },
      { at: SAMPLE_NOW - 3_600_000, text: '派给李**了', who: '社区', occurredAt: null },
      { at: SAMPLE_NOW, text: '看过了', who: '李**', occurredAt: SAMPLE_NOW - 5_400_000 },
    ],
    SAMPLE_NOW,
  );
  assert.deepEqual(
    lines.map(({ text }) => text),
    ['派给李**了', '看过了', '您交上来了'],
  );
  assert.match(lines[1]?.note ?? '', /12:50\u00a0· 李\*\*\u00a0· 没网时记的/);
  assert.equal(new Set(lines.map(({ key }) => key)).size, 3);
});

test('of two things of the same moment the later written one is the newer', () => {
  const line = (text: string) => ({ at: SAMPLE_NOW, text, who: '社区', occurredAt: null });
  const [newest] = timeline([line('派下去了'), line('接了')], SAMPLE_NOW);
  assert.equal(newest?.text, '接了');
});

test('a matter that nobody has taken says so instead of leaving 谁在办 empty', () => {
  const lines = fourLines({
    who: null,
    where: '刚收到',
    when: null,
    whenText: '今天有人接',
    call: { label: '社区座机', phone: null },
    visitor: null,
  });
  assert.equal(lines.role, '正在找合适的人');
  assert.equal(lines.phone, '');
});

test('no label uses a word that the words of the house rule out', () => {
  const labels = [
    ...Object.values(STAGES).map(({ word }) => word),
    ...Object.values(SESSION_STATES).map(({ word }) => word),
    ...Object.values(CHECK_IN_WAYS),
    ...Object.values(REQUEST_COMMANDS),
  ];
  for (const label of labels) {
    assert.doesNotMatch(label, /工单|受理人|节点|办结|好评|打卡|签到|积分|排名|逾期/);
    assert.ok(lengthOf(label) <= 10, label);
  }
});
