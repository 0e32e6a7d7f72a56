import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DangerKind } from '../../../../miniprogram/contract/words';
import { dangerIn } from '../../../../miniprogram/packages/service/said/danger';

const ALARMS: readonly (readonly [DangerKind, string])[] = [
  ['medical', '我胸口疼，喘不上气'],
  ['medical', '老爷子心口窝一直疼'],
  ['medical', '我妈胸闷，出了一身汗'],
  ['medical', '上不来气了'],
  ['medical', '呼吸困难，嘴唇发紫'],
  ['medical', '楼下大爷晕倒了'],
  ['medical', '他撅过去了，叫不醒'],
  ['medical', '我妈躺在地上怎么叫也不答应'],
  ['medical', '孩子抽搐，口吐白沫'],
  ['medical', '半拉身子突然不好使了'],
  ['medical', '奶奶摔了一跤起不来'],
  ['medical', '好像煤烟中毒了，头疼恶心'],
  ['medical', '大爷吃错药了'],
  ['medical', '手划了，血止不住'],
  ['medical', '鱼刺卡在嗓子里，话都说不出'],
  ['fire', '厨房着火了'],
  ['fire', '楼道里有煤气味'],
  ['fire', '屋里一股煤气'],
  ['fire', '闻着天然气，不敢开灯'],
  ['fire', '天然气好像漏了'],
  ['fire', '三楼冒黑烟'],
  ['fire', '电动车爆炸了'],
  ['violence', '隔壁打人，孩子直哭'],
  ['violence', '他又打我，我不敢回家'],
  ['violence', '有人拿刀'],
  ['violence', '有人撬门'],
  ['violence', '救命'],
  ['despair', '我不想活了'],
  ['despair', '活着没意思'],
  ['despair', '活够了，谁也别管我'],
  ['despair', '我想死'],
  ['despair', '他要跳楼'],
  ['despair', '不想活了，要开煤气'],
];

const EVERYDAY: readonly string[] = [
  '厨房灯坏了两天，够不着，想请人换',
  '想剪头发，下不了楼',
  '帮我妈取个药',
  '水管冻了',
  '暖气不热，屋里才十五度',
  '孩子缺一盏台灯，写字看不清',
  '有空打我电话',
  '打我手机就行',
  '在家闲不住，不想活动也得活动',
  '可想死你们了',
  '煤气灶漏水',
  '煤气灶打不着火候不好',
  '楼道堆东西，怕着火',
  '没着火，就是看着乱',
  '想请人讲讲防火，预防火灾',
  '我爸中风后遗症，想请人上门理发',
  '前年晕倒过，出门得有人陪着',
  '打人民调解的电话没人接',
  '这是救命钱，想问问报销咋办',
  '上火牙疼，帮我买点药',
  '路灯不亮，晚上看不见道',
  '楼上总漏水',
  '两家因为停车吵起来了，想请人说和',
  '想学用手机，别被骗',
  '想吃火锅，没人陪',
  '电脑中毒了，谁会修',
  '',
];

test('every sentence of danger raises the alarm, and says which', () => {
  for (const [kind, sentence] of ALARMS) {
    assert.equal(dangerIn(sentence)?.kind, kind, sentence);
  }
});

test('no everyday sentence raises the alarm', () => {
  for (const sentence of EVERYDAY) assert.equal(dangerIn(sentence), null, sentence);
});

test('the word is the one that the person used', () => {
  assert.equal(dangerIn('昨天夜里开始胸口疼')?.word, '胸口疼');
});

test('what was set aside as no emergency stays quiet, another danger does not', () => {
  assert.equal(dangerIn('我胸口疼', ['胸口疼']), null);
  assert.equal(dangerIn('我胸口疼，屋里还着火了', ['胸口疼'])?.word, '着火');
});

test('despair is not taken back by the word before it', () => {
  assert.equal(dangerIn('不是我想死，是没法活')?.kind, 'despair');
});
