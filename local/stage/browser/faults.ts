import { cloud } from './cloud';
import { button, el } from './dom';

/** Each fault is one thing that production shows once a year; the next call meets it. */
const write = (effect: object) =>
  cloud.addFault({ on: 'database', action: 'database.modifyDocument', effect });

const FAULTS: readonly (readonly [label: string, arrange: () => Promise<unknown>])[] = [
  ['下一次写库：写成了，可回话丢了', () => write({ type: 'timeout-after' })],
  ['下一次写库：等不到回话，没写成', () => write({ type: 'timeout-before' })],
  ['下一次写库：没写成', () => write({ type: 'fail', code: 'DATABASE_REQUEST_FAILED' })],
  ['下一次写库：跟别人撞上了', () => write({ type: 'conflict' })],
  ['下一次写库：送到两遍', () => write({ type: 'duplicate' })],
  ['下一次写库：线断了', () => write({ type: 'cut' })],
  ['下一次调用：云函数半路断了', () => cloud.addFault({ on: 'database', effect: { type: 'kill-worker' } })],
  [
    '接下来十次调用：都慢两秒',
    () => cloud.addFault({ on: 'function', times: 10, effect: { type: 'delay', ms: 2000 } }),
  ],
  [
    '下一条微信消息：次数用完了',
    () =>
      cloud.addFault({
        on: 'open-api',
        action: 'subscribeMessage.send',
        effect: { type: 'fail', code: '43101' },
      }),
  ],
  ['内容审核连不上', () => cloud.openApi({ checkTexts: 'down' })],
  ['内容审核说不行', () => cloud.openApi({ checkTexts: 'risky' })],
];

export function drawFaults(): Node[] {
  const said = el('p', { role: 'status', class: 'said' });
  const act = async (label: string, run: () => Promise<unknown>) => {
    await run();
    said.textContent = `安排好了：${label}`;
  };
  const restore = async () => {
    await cloud.clearFaults();
    await cloud.openApi({ checkTexts: 'pass' });
  };
  return [
    el('p', { class: 'hint' }, ['点一下，下次操作就会碰上。看看手机上怎么说，东西丢没丢。']),
    ...FAULTS.map(([label, run]) => button(label, () => void act(label, run), { class: 'wide' })),
    button('都好了', () => void act('一切正常', restore), { class: 'wide good' }),
    said,
  ];
}
